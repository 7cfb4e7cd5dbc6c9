package de.stadttor.channels.email.body;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares what two texts say, whatever their layout. */
public final class Wording {

    private static final Pattern LINK = Pattern.compile("(?<!\\S)\\S{0,60}?(?:://|www\\.)\\S*|\\[[^\\]\\n]{0,200}\\]");
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int WORDS = 3_000;
    private static final double SHARED = 0.6;

    private Wording() {}

    /** True when most words of each text are in the other: then the sender's own plain text can be trusted. */
    static boolean agree(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        long shared = first.stream().filter(second::contains).count();
        return shared >= SHARED * first.size() && shared >= SHARED * second.size();
    }

    /** Only letters and digits, so that two layouts of the same words are equal. */
    public static String essence(String text) {
        return GAP.matcher(LINK.matcher(text).replaceAll(" ")).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String text) {
        String sample = text.length() > 40_000 ? text.substring(0, 40_000) : text;
        Set<String> words = new HashSet<>();
        for (String word : GAP.split(LINK.matcher(sample).replaceAll(" "), WORDS)) {
            if (!word.isEmpty() && word.length() < 60) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
