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

    /**
     * What a conversation begins with: nothing said on the phone is shown to anybody before a caseworker releases it.
     */
    public Direction opening() {
        return this == PHONE ? Direction.INTERNAL : Direction.FROM_CITIZEN;
    }

    public static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
