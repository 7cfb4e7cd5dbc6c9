package de.stadttor.web.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Where schemas stand in a schema (JSON Schema 2020-12, Core 10 and 11). */
final class Subschemas {

    private static final Set<String> ONE = Set.of(
            "additionalProperties",
            "contains",
            "else",
            "if",
            "items",
            "not",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties");

    private static final Set<String> LISTED = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    private static final Set<String> NAMED = Set.of("$defs", "dependentSchemas", "patternProperties", "properties");

    private Subschemas() {}

    static boolean areIn(String keyword) {
        return ONE.contains(keyword) || LISTED.contains(keyword) || NAMED.contains(keyword);
    }

    /** By JSON pointer, {@code pointer} being that of {@code schema}. */
    static Map<String, JsonNode> of(JsonNode schema, String pointer) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        schema.properties().forEach(keyword -> {
            String place = pointer + "/" + escaped(keyword.getKey());
            JsonNode value = keyword.getValue();
            if (ONE.contains(keyword.getKey())) {
                found.put(place, value);
            } else if (LISTED.contains(keyword.getKey())) {
                for (int i = 0; i < value.size(); i++) {
                    found.put(place + "/" + i, value.get(i));
                }
            } else if (NAMED.contains(keyword.getKey())) {
                value.properties().forEach(named -> found.put(place + "/" + escaped(named.getKey()), named.getValue()));
            }
        });
        return found;
    }

    /** RFC 6901, section 3. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
