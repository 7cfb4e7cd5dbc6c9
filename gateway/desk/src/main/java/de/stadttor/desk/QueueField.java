package de.stadttor.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadttor.ticketing.CustomField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A custom field, as the contract writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueField(
        String key,
        String type,
        String label,
        boolean required,
        @Nullable List<String> choices,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {

    private static final int LONGEST_TEXT = 1000;

    static List<QueueField> of(List<CustomField> fields) {
        return fields.stream().map(QueueField::of).toList();
    }

    private static QueueField of(CustomField field) {
        CustomField.Type type = field.type();
        var decimal = type instanceof CustomField.Type.Decimal bounded ? bounded : null;
        return new QueueField(
                field.key(),
                type.code(),
                field.label(),
                field.required(),
                type instanceof CustomField.Type.Choice(var all) ? all : null,
                type instanceof CustomField.Type.Text(int longest) ? Integer.valueOf(longest) : null,
                decimal == null ? null : decimal.min(),
                decimal == null ? null : decimal.max());
    }

    CustomField field() {
        return new CustomField(
                key,
                label,
                required,
                switch (type) {
                    case "text" -> new CustomField.Type.Text(Objects.requireNonNullElse(maxLength, LONGEST_TEXT));
                    case "number" -> new CustomField.Type.Decimal(min, max);
                    case "boolean" -> new CustomField.Type.Flag();
                    case "date" -> new CustomField.Type.Date();
                    case "choice" ->
                        new CustomField.Type.Choice(Objects.requireNonNull(choices, "the contract demands choices"));
                    default -> throw new IllegalStateException("the contract knows no type " + type);
                });
    }
}
