package de.stadttor.store.ticketing;

import de.stadttor.ticketing.TicketNumber;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed, as boolean full-text searches that know no operators but ours. */
final class SearchWords {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST = 8;

    private SearchWords() {}

    /** One search for each word, as the beginning of one; at most eight. An umlaut of two characters is one letter. */
    static List<String> of(String typed) {
        return NO_WORD.splitAsStream(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .map(word -> word + "*")
                .toList();
    }

    /** The ticket number that was typed, if it is one. */
    static Optional<TicketNumber> number(String typed) {
        try {
            return Optional.of(TicketNumber.of(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
