package de.stadttor.channels.email.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file name that is safe to store, to send on and to look at: no path, no control characters, none that turn the
 * reading direction (so that a program cannot look like a document), no device names of Windows.
 */
final class SafeName {

    private static final int LONGEST = 150;
    private static final int MOST_READ = 4_000;
    private static final int LONGEST_SUFFIX = 20;
    private static final Pattern PATH =
            Pattern.compile("^(?:[A-Za-z]:)?[\\\\/].*|^[A-Za-z]:.*|.*\\.\\.[\\\\/].*|.*\\\\.*|^~?/.*");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}]");
    private static final Pattern UNUSABLE = Pattern.compile("[/\\\\]");
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2");

    private SafeName() {}

    /** Empty when nothing usable is left. */
    static String of(String given) {
        String name = given.strip();
        name = name.substring(Math.max(0, name.length() - MOST_READ)); // the suffix is at the end
        if (PATH.matcher(name.replaceAll("\\s", " ")).matches()) {
            name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        }
        name = FORBIDDEN
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll("");
        name = UNUSABLE.matcher(name).replaceAll("_").replaceAll("\\s+", " ");
        name = name.replaceAll("^[. ]+|[. ]+$", "");
        return shortened(DEVICES.contains(stem(name).toLowerCase(Locale.ROOT)) ? "_" + name : name);
    }

    /** The part after the last dot with the dot, empty when there is none. */
    static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= LONGEST_SUFFIX ? name.substring(dot) : "";
    }

    static String stem(String name) {
        return name.substring(0, name.length() - suffix(name).length());
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        String suffix = suffix(name);
        int end = LONGEST - suffix.length();
        end -= Character.isHighSurrogate(name.charAt(end - 1)) ? 1 : 0;
        return name.substring(0, end) + suffix;
    }
}
