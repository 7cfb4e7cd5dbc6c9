package de.stadttor.channels.phone.masking;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What digits are called, alone and in pairs, in German and English. */
final class NumberWords {

    private static final int PAIRS = 100;
    private static final String SOFT_HYPHEN = "\u00AD";
    private static final Map<String, String> DIGITS = digits();

    private NumberWords() {}

    /** Null for a word that is no number. */
    static @Nullable String digitsOf(String word) {
        return DIGITS.get(word.toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> digits() {
        Map<String, String> digits = new HashMap<>();
        for (ULocale language : List.of(ULocale.GERMAN, ULocale.ENGLISH)) {
            var speller = new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT);
            for (int number = 0; number < PAIRS; number++) {
                String word = speller.format(number).replace(SOFT_HYPHEN, "");
                String written = Integer.toString(number);
                spellings(word).forEach(spelling -> digits.put(spelling, written));
            }
        }
        digits.putAll(Map.of("zwo", "2", "ein", "1", "oh", "0"));
        return Map.copyOf(digits);
    }

    /** Recognizers write umlauts either way. */
    private static Stream<String> spellings(String word) {
        return Stream.of(word, word.replace("ü", "ue").replace("ö", "oe").replace("ß", "ss"), word.replace("ß", "ss"));
    }
}
