package de.stadttor.ticketing;

import java.util.Locale;

/** The way a message took. */
public enum Channel {
    FORM,
    PORTAL,
    DESK,
    EMAIL,
    PHONE,
    CHAT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
