package de.stadttor.ticketing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that a queue keeps on its tickets.
 *
 * @param label for caseworkers
 * @param required whether a ticket can only be closed with it
 */
public record CustomField(String key, String label, boolean required, Type type) {

    /** What kind of value fits. */
    public sealed interface Type {

        boolean accepts(FieldValue value);

        /** The written form, as stored and in contracts. */
        String code();

        /** @param maxLength in characters, 1 to 4000 */
        record Text(int maxLength) implements Type {

            @Override
            public boolean accepts(FieldValue value) {
                return value instanceof FieldValue.Text(String text) && text.length() <= maxLength;
            }

            @Override
            public String code() {
                return "text";
            }
        }

        /** Bounds are inclusive; null for none. */
        record Decimal(@Nullable BigDecimal min, @Nullable BigDecimal max) implements Type {

            @Override
            public boolean accepts(FieldValue value) {
                return value instanceof FieldValue.Decimal(BigDecimal number)
                        && (min == null || number.compareTo(min) >= 0)
                        && (max == null || number.compareTo(max) <= 0);
            }

            @Override
            public String code() {
                return "number";
            }
        }

        record Flag() implements Type {

            @Override
            public boolean accepts(FieldValue value) {
                return value instanceof FieldValue.Flag;
            }

            @Override
            public String code() {
                return "boolean";
            }
        }

        /** A calendar day, written as ISO 8601. */
        record Date() implements Type {

            @Override
            public boolean accepts(FieldValue value) {
                return value instanceof FieldValue.Text(String text) && isDate(text);
            }

            @Override
            public String code() {
                return "date";
            }

            private static boolean isDate(String text) {
                try {
                    LocalDate.parse(text);
                    return true;
                } catch (DateTimeParseException e) {
                    return false;
                }
            }
        }

        record Choice(List<String> choices) implements Type {

            public Choice {
                choices = List.copyOf(choices);
            }

            @Override
            public boolean accepts(FieldValue value) {
                return value instanceof FieldValue.Text(String text) && choices.contains(text);
            }

            @Override
            public String code() {
                return "choice";
            }
        }
    }
}
