package de.stadttor.channels.phone.masking;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text as words and numbers; what only fills pauses is left out, as people do who write a number down. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\\pL+|\\pN+");

    private static final Set<String> FILLERS = Set.of(
            "äh",
            "ähm",
            "eh",
            "hm",
            "mhm",
            "öhm",
            "ja",
            "genau",
            "gut",
            "okay",
            "ok",
            "und",
            "dann",
            "so",
            "also",
            "strich",
            "bindestrich",
            "leerzeichen",
            "uh",
            "um",
            "yes",
            "then",
            "and",
            "dash");

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            if (!FILLERS.contains(word.toLowerCase(Locale.ROOT))) {
                tokens.add(new Token(matcher.start(), matcher.end(), word, digits(word)));
            }
        }
        return tokens;
    }

    private static @Nullable String digits(String word) {
        if (!Character.isDigit(word.codePointAt(0))) {
            return NumberWords.digitsOf(word);
        }
        var digits = new StringBuilder();
        word.codePoints()
                .map(Character::getNumericValue)
                .filter(value -> value >= 0 && value <= 9)
                .forEach(digits::append);
        return digits.isEmpty() ? null : digits.toString();
    }

    /**
     * A word or number.
     *
     * @param digits that it stands for; null for what is no number
     */
    record Token(int start, int end, String word, @Nullable String digits) {

        /** How it stands in a code of letters and digits; empty for a word that cannot. */
        String coded() {
            if (digits != null) {
                return digits;
            }
            return word.length() <= 4 ? word.toUpperCase(Locale.ROOT) : "";
        }
    }
}
