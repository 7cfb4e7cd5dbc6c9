package de.stadttor.channels.form.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What came with a request, form data before the query. An empty parameter counts as none, as the specification has it.
 */
final class Parameters {

    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]{1,100})](?:\\[\\d{0,3}])?");

    private final MultiValueMap<String, String> body;
    private final MultiValueMap<String, String> query;

    Parameters(MultiValueMap<String, String> body, MultiValueMap<String, String> query) {
        this.body = body;
        this.query = query;
    }

    @Nullable
    String text(String name) {
        String given = body.getFirst(name);
        String value = given == null || given.isBlank() ? query.getFirst(name) : given;
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** {@code attribute[code]=value}, and {@code attribute[code][]=value} any number of times. */
    Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        body.forEach((name, values) -> {
            var match = ATTRIBUTE.matcher(name);
            List<String> given = values.stream()
                    .filter(value -> value != null && !value.isBlank())
                    .toList();
            if (match.matches() && !given.isEmpty()) {
                attributes.merge(match.group(1), given, Parameters::both);
            }
        });
        return attributes;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
