package de.stadttor.ticketing;

import java.util.Locale;

/** How soon a ticket wants attention. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Priority of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
