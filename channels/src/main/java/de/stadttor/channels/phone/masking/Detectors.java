package de.stadttor.channels.phone.masking;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The detectors there are, by the names that settings give them. */
final class Detectors {

    private static final Map<String, Detector> KNOWN = Map.of(
            "iban", new SpokenIban(),
            "card", new SpokenCard(),
            "number", new AnnouncedNumber(),
            "password", new SpokenPassword());

    private Detectors() {}

    /**
     * @param names of ours
     * @param patterns further ones, by the name that stands in their place
     */
    static List<Detector> of(List<String> names, Map<String, String> patterns) {
        List<Detector> detectors = new ArrayList<>();
        names.forEach(name -> detectors.add(known(name)));
        patterns.forEach((name, pattern) -> detectors.add(pattern(name, pattern)));
        return List.copyOf(detectors);
    }

    private static Detector known(String name) {
        Detector detector = KNOWN.get(name);
        if (detector == null) {
            throw new IllegalArgumentException(
                    "stadttor.phone.masks: " + name + " (expected: any of " + KNOWN.keySet() + ")");
        }
        return detector;
    }

    private static Detector pattern(String name, String expression) {
        try {
            Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            return text -> found(pattern, name, text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("stadttor.phone.patterns." + name + " is no regular expression", e);
        }
    }

    private static List<Masked> found(Pattern pattern, String name, String text) {
        List<Masked> found = new ArrayList<>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(new Masked(matcher.start(), matcher.end(), "[" + name + "]"));
            }
        }
        return found;
    }
}
