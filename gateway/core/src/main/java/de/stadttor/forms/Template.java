package de.stadttor.forms;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for submitted fields.
 *
 * @param source such as {@code Insektennest: {ort}}
 */
public record Template(String source) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_.-]{1,64})}");

    /** @param values the text for each place; an empty one where there is none. What it inserts is not read again. */
    public String filled(Function<String, String> values) {
        return PLACE.matcher(source)
                .replaceAll((MatchResult place) -> Matcher.quoteReplacement(values.apply(place.group(1))))
                .strip();
    }
}
