package de.stadttor.web.forms;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The fields that a schema names.
 *
 * @param schema whose references all end somewhere within it
 */
record FieldTree(JsonNode schema) {

    /** @param path names from the outside in, joined by dots */
    boolean reaches(String path) {
        return !at(path).isMissingNode();
    }

    /** The values that a field, or each of a list, is limited to; empty without a limit. */
    Set<String> choices(String path) {
        JsonNode field = resolved(at(path));
        return Stream.of(field, resolved(field.path("items")))
                .flatMap(limited -> Stream.concat(
                        limited.path("enum").valueStream(),
                        limited.path("oneOf").valueStream().map(one -> one.path("const"))))
                .map(value -> value.asString(""))
                .collect(Collectors.toSet());
    }

    private JsonNode at(String path) {
        JsonNode here = schema;
        for (String name : path.split("\\.", -1)) {
            here = properties(here).path(name);
        }
        return here;
    }

    private JsonNode properties(JsonNode here) {
        return resolved(here).path("properties");
    }

    private JsonNode resolved(JsonNode here) {
        JsonNode reference = here.path("$ref");
        return reference.isString() ? resolved(schema.at(reference.stringValue().substring(1))) : here;
    }
}
