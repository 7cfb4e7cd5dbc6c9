package de.stadttor.forms;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places for submitted fields.
 *
 * @param source such as {@code Insektennest: {ort}}
 */
public record Template(String source) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_.-]{1,64})}");

    /**
     * In a text of several lines, one whose places all stay empty is left out.
     *
     * @param values the text for each place; an empty one where there is none. What it inserts is not read again.
     */
    public String filled(Function<String, String> values) {
        List<String> lines = source.lines().toList();
        return lines.stream()
                .filter(line -> lines.size() == 1 || says(line, values))
                .map(line -> filled(line, values))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** The names of its places, in their order. */
    public List<String> places() {
        return PLACE.matcher(source)
                .results()
                .map(place -> place.group(1))
                .distinct()
                .toList();
    }

    private static boolean says(String line, Function<String, String> values) {
        List<String> places =
                PLACE.matcher(line).results().map(place -> place.group(1)).toList();
        return places.isEmpty()
                || places.stream().anyMatch(place -> !values.apply(place).isBlank());
    }

    private static String filled(String line, Function<String, String> values) {
        return PLACE.matcher(line)
                .replaceAll((MatchResult place) -> Matcher.quoteReplacement(values.apply(place.group(1))));
    }
}
