package de.stadttor.channels.form.open311;

import de.stadttor.civic.CivicService.Placing;
import de.stadttor.forms.Form;
import de.stadttor.web.bodies.StrictJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a service asks for beyond the place: a property of its form's schema, as far as GeoReport has a word for it.
 *
 * @param required whether the schema requires it
 * @param order from 1
 */
record Attribute(String code, Kind kind, boolean required, int order, String label, String help, List<Option> options) {

    private static final int LONGEST_LINE = 200;

    /** A choice; both its key and its name are the value in the form. */
    record Option(String key, String name) {}

    enum Kind {
        STRING("string"),
        TEXT("text"),
        NUMBER("number"),
        DATETIME("datetime"),
        /** One of its options. */
        CHOICE("singlevaluelist"),
        /** Yes or no, told as a choice of {@code true} and {@code false}. */
        FLAG("singlevaluelist"),
        CHOICES("multivaluelist");

        private final String datatype;

        Kind(String datatype) {
            this.datatype = datatype;
        }

        String datatype() {
            return datatype;
        }
    }

    /** The attributes of a form but those that say where; nested objects have no word in GeoReport. */
    static List<Attribute> of(Form form, Placing placing) {
        JsonNode schema = StrictJson.read(form.schema().getBytes(StandardCharsets.UTF_8));
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        List<String> place = placing.fields();
        List<Attribute> attributes = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            Kind kind = kind(property.getValue());
            if (kind != null && !place.contains(property.getKey())) {
                boolean needed = required.contains(property.getKey());
                attributes.add(of(property.getKey(), kind, needed, attributes.size() + 1, property.getValue()));
            }
        });
        return attributes;
    }

    private static Attribute of(String code, Kind kind, boolean required, int order, JsonNode property) {
        return new Attribute(
                code,
                kind,
                required,
                order,
                property.path("title").asString(code),
                property.path("description").asString(""),
                options(kind, property));
    }

    private static @Nullable Kind kind(JsonNode property) {
        return switch (property.path("type").asString("")) {
            case "string" -> textKind(property);
            case "number", "integer" -> Kind.NUMBER;
            case "boolean" -> Kind.FLAG;
            case "array" -> choices(property.path("items")).isEmpty() ? null : Kind.CHOICES;
            default -> choices(property).isEmpty() ? null : Kind.CHOICE;
        };
    }

    private static Kind textKind(JsonNode property) {
        if (!choices(property).isEmpty()) {
            return Kind.CHOICE;
        }
        if (property.path("format").asString("").startsWith("date")) {
            return Kind.DATETIME;
        }
        return property.path("maxLength").asInt(Integer.MAX_VALUE) > LONGEST_LINE ? Kind.TEXT : Kind.STRING;
    }

    private static List<Option> options(Kind kind, JsonNode property) {
        return switch (kind) {
            case CHOICE -> choices(property);
            case CHOICES -> choices(property.path("items"));
            case FLAG -> List.of(new Option("true", "Ja"), new Option("false", "Nein"));
            case STRING, TEXT, NUMBER, DATETIME -> List.of();
        };
    }

    /** By {@code enum}, or by {@code oneOf} with {@code const} and {@code title}. */
    private static List<Option> choices(JsonNode property) {
        List<Option> options = new ArrayList<>();
        property.path("enum").forEach(value -> {
            String key = value.asString(value.toString());
            options.add(new Option(key, key));
        });
        property.path("oneOf").forEach(choice -> {
            if (choice.has("const")) {
                String key = choice.path("const").asString(choice.path("const").toString());
                options.add(new Option(key, choice.path("title").asString(key)));
            }
        });
        return options;
    }

    /** What was given, as the schema wants it; what cannot be read so is left to the schema to refuse. */
    JsonNode value(List<String> given) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (kind) {
            case STRING, TEXT, DATETIME, CHOICE -> nodes.stringNode(given.getFirst());
            case NUMBER -> number(given.getFirst());
            case FLAG ->
                given.getFirst().matches("true|false")
                        ? nodes.booleanNode(Boolean.parseBoolean(given.getFirst()))
                        : nodes.stringNode(given.getFirst());
            case CHOICES -> {
                var list = nodes.arrayNode();
                given.forEach(list::add);
                yield list;
            }
        };
    }

    private static JsonNode number(String text) {
        try {
            return text.length() > 40
                    ? JsonNodeFactory.instance.stringNode(text)
                    : JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
