package de.stadttor.desk;

import de.stadttor.ticketing.FieldValue;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Custom fields in JSON: texts, choices and dates are strings, numbers and flags are themselves. */
final class FieldJson {

    private FieldJson() {}

    static Map<String, Object> write(Map<String, FieldValue> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> write(entry.getValue())));
    }

    static FieldValue read(JsonNode value) {
        if (value.isNumber()) {
            return new FieldValue.Decimal(value.decimalValue());
        }
        return value.isBoolean() ? new FieldValue.Flag(value.booleanValue()) : new FieldValue.Text(value.asString());
    }

    private static Object write(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(var text) -> text;
            case FieldValue.Decimal(var number) -> number;
            case FieldValue.Flag(var flag) -> flag;
        };
    }
}
