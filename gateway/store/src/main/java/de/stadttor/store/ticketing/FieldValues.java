package de.stadttor.store.ticketing;

import de.stadttor.store.Json;
import de.stadttor.ticketing.FieldValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Custom fields as JSON, each with its type: {@code {"hoehe":{"decimal":"4.5"}}}. */
final class FieldValues {

    private static final TypeReference<Map<String, Map<String, String>>> STORED = new TypeReference<>() {};

    private FieldValues() {}

    static String write(Map<String, FieldValue> values) {
        Map<String, Map<String, String>> stored = new HashMap<>();
        values.forEach((key, value) -> stored.put(key, Map.of(type(value), value.shown())));
        return Json.write(stored);
    }

    static Map<String, FieldValue> read(String json) {
        Map<String, FieldValue> values = new HashMap<>();
        Json.read(json, STORED)
                .forEach((key, typed) -> typed.forEach((type, value) -> values.put(key, value(type, value))));
        return values;
    }

    private static String type(FieldValue value) {
        return switch (value) {
            case FieldValue.Text _ -> "text";
            case FieldValue.Decimal _ -> "decimal";
            case FieldValue.Flag _ -> "flag";
        };
    }

    private static FieldValue value(String type, String value) {
        return switch (type) {
            case "text" -> new FieldValue.Text(value);
            case "decimal" -> new FieldValue.Decimal(new BigDecimal(value));
            case "flag" -> new FieldValue.Flag(Boolean.parseBoolean(value));
            default -> throw new IllegalStateException("stored field of type " + type);
        };
    }
}
