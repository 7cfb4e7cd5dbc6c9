package de.stadttor.store.ticketing;

import de.stadttor.store.Json;
import de.stadttor.ticketing.CustomField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A custom field as it stands in its queue's column. */
record StoredField(
        String key,
        String label,
        boolean required,
        String type,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable List<String> choices) {

    private static final int LONGEST_TEXT = 1000;

    static List<CustomField> fields(String column) {
        return Stream.of(Json.read(column, StoredField[].class))
                .map(StoredField::field)
                .toList();
    }

    static String column(List<CustomField> fields) {
        return Json.write(fields.stream().map(StoredField::of).toList());
    }

    private static StoredField of(CustomField field) {
        CustomField.Type type = field.type();
        var decimal = type instanceof CustomField.Type.Decimal bounded ? bounded : null;
        return new StoredField(
                field.key(),
                field.label(),
                field.required(),
                type.code(),
                type instanceof CustomField.Type.Text(int longest) ? Integer.valueOf(longest) : null,
                decimal == null ? null : decimal.min(),
                decimal == null ? null : decimal.max(),
                type instanceof CustomField.Type.Choice(var all) ? all : null);
    }

    private CustomField field() {
        return new CustomField(key, label, required, fieldType());
    }

    private CustomField.Type fieldType() {
        return switch (type) {
            case "text" -> new CustomField.Type.Text(Objects.requireNonNullElse(maxLength, LONGEST_TEXT));
            case "number" -> new CustomField.Type.Decimal(min, max);
            case "boolean" -> new CustomField.Type.Flag();
            case "date" -> new CustomField.Type.Date();
            case "choice" -> new CustomField.Type.Choice(Objects.requireNonNullElse(choices, List.of()));
            default -> throw new IllegalStateException("custom field of type " + type);
        };
    }
}
