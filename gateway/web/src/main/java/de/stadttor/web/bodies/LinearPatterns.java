package de.stadttor.web.bodies;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * Regular expressions in time that grows with the text and no faster (RE2). JSON Schema speaks of those of ECMA-262;
 * what RE2 lacks of them, looking around and references back, cannot be used.
 */
public final class LinearPatterns implements RegularExpressionFactory {

    /** Characters of a pattern. */
    private static final int LONGEST = 500;

    /** Instructions of a compiled pattern. */
    private static final int LARGEST = 20_000;

    /** Product of all counted repetitions; it bounds what compiling takes. */
    private static final long MOST_REPEATED = 300_000;

    /** Instructions that looking at one text may take, some tenths of a second; a text that needs more does not fit. */
    private static final long MOST_STEPS = 50_000_000;

    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    LinearPatterns() {}

    public static boolean isUsable(String pattern) {
        try {
            return pattern.length() <= LONGEST
                    && repeated(pattern) <= MOST_REPEATED
                    && compile(pattern).programSize() <= LARGEST;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** @throws PatternSyntaxException when RE2 cannot read it */
    @Override
    public RegularExpression getRegularExpression(String regex) {
        Pattern pattern = compile(regex);
        int longest = Math.toIntExact(MOST_STEPS / Math.max(1, pattern.programSize()));
        return text -> text.length() <= longest && pattern.matcher(text).find();
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(translated(pattern));
    }

    /** ECMA-262 names a character by {@code \}{@code u} and four digits, RE2 by {@code \x{…}}. */
    private static String translated(String pattern) {
        StringBuilder translated = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            boolean escape = pattern.charAt(i) == '\\' && i + 1 < pattern.length();
            if (escape && pattern.substring(i + 1).matches("(?s)u[0-9A-Fa-f]{4}.*")) {
                translated.append("\\x{").append(pattern, i + 2, i + 6).append('}');
                i += 5;
            } else if (escape) {
                translated.append(pattern, i, i + 2);
                i++;
            } else {
                translated.append(pattern.charAt(i));
            }
        }
        return translated.toString();
    }

    private static long repeated(String pattern) {
        long product = 1;
        Matcher counted = COUNTED.matcher(pattern);
        while (counted.find() && product <= MOST_REPEATED) {
            String most = counted.group(2);
            product *= Math.max(1, Long.parseLong(most == null || most.isEmpty() ? counted.group(1) : most));
        }
        return product;
    }
}
