package de.stadttor.web.forms;

import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.web.bodies.LinearPatterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Whether a schema, already one of JSON Schema 2020-12, can be a form's: it asks nothing elsewhere, it ends, it takes
 * bounded time, and no keyword is misspelt.
 */
final class SchemaCheck {

    private static final String ROOT = "/schema";
    private static final int DEEPEST = 20;
    private static final int MOST_FIELDS = 200;
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** As the places of a template can name them, and no name that scripts have a meaning for, such as __proto__. */
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private static final Set<String> PLAIN = Set.of(
            "$comment",
            "$ref",
            "$schema",
            "const",
            "contentEncoding",
            "contentMediaType",
            "default",
            "dependentRequired",
            "deprecated",
            "description",
            "enum",
            "examples",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "maxContains",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minContains",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "pattern",
            "readOnly",
            "required",
            "title",
            "type",
            "uniqueItems",
            "writeOnly");

    private static final Set<String> FORMATS = Set.of(
            "date",
            "date-time",
            "duration",
            "email",
            "hostname",
            "idn-email",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "iri",
            "json-pointer",
            "time",
            "uri",
            "uri-reference",
            "uuid");

    private final JsonNode schema;
    private final Map<String, JsonNode> places = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    SchemaCheck(JsonNode schema) {
        this.schema = schema;
    }

    List<Fault> faults() {
        JsonNode properties = schema.path("properties");
        if (!schema.path("type").asString("").equals("object") || !properties.isObject()) {
            add(ROOT, "no-object");
        }
        if (properties.size() > MOST_FIELDS) {
            add(ROOT + "/properties", "too-many-fields");
        }
        walk(schema, ROOT, 0);
        if (faults.isEmpty()) {
            faults.addAll(new Extents(places, ROOT).faults());
        }
        return faults;
    }

    private void walk(JsonNode here, String pointer, int depth) {
        if (depth > DEEPEST) {
            add(pointer, "too-deep");
            return;
        }
        places.put(pointer, here);
        here.properties().forEach(keyword -> check(keyword.getKey(), keyword.getValue(), pointer));
        Subschemas.of(here, pointer).forEach((place, inner) -> walk(inner, place, depth + 1));
    }

    private void check(String keyword, JsonNode value, String pointer) {
        String place = pointer + "/" + Subschemas.escaped(keyword);
        switch (keyword) {
            case "$schema" -> require(value.asString("").equals(DIALECT), place, "other-dialect");
            case "$ref" -> require(value.asString("").startsWith("#/"), place, "remote-reference");
            case "pattern" -> require(LinearPatterns.isUsable(value.asString("")), place, "unusable-pattern");
            case "format" -> require(FORMATS.contains(value.asString("")), place, "unknown-format");
            case "properties" ->
                value.propertyNames()
                        .forEach(name -> require(
                                FIELD.matcher(name).matches(), place + "/" + Subschemas.escaped(name), "bad-name"));
            case "patternProperties" ->
                value.propertyNames()
                        .forEach(name -> require(
                                LinearPatterns.isUsable(name),
                                place + "/" + Subschemas.escaped(name),
                                "unusable-pattern"));
            default ->
                require(
                        PLAIN.contains(keyword) || Subschemas.areIn(keyword) || keyword.startsWith("x-"),
                        place,
                        "unknown-keyword");
        }
    }

    private void require(boolean holds, String pointer, String code) {
        if (!holds) {
            add(pointer, code);
        }
    }

    private void add(String pointer, String code) {
        faults.add(new Fault(pointer, code, ""));
    }
}
