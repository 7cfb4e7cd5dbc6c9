package de.stadttor.calls;

import java.util.Locale;

/** Who called whom, seen from the city. */
public enum CallDirection {
    INBOUND,
    OUTBOUND;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CallDirection of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
