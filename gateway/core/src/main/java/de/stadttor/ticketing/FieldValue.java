package de.stadttor.ticketing;

import java.math.BigDecimal;

/** The value of a custom field. */
public sealed interface FieldValue {

    /** As people read and search it. */
    String shown();

    record Text(String value) implements FieldValue {
        @Override
        public String shown() {
            return value;
        }
    }

    record Decimal(BigDecimal value) implements FieldValue {
        @Override
        public String shown() {
            return value.toPlainString();
        }
    }

    record Flag(boolean value) implements FieldValue {
        @Override
        public String shown() {
            return Boolean.toString(value);
        }
    }
}
