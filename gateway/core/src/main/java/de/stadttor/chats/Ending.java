package de.stadttor.chats;

import java.util.Locale;

/** How a chat came to its end. */
public enum Ending {
    /** The citizen ended it. */
    CITIZEN,
    /** The office ended it. */
    OFFICE,
    /** Nobody wrote any more. */
    IDLE,
    /** The citizen was gone for too long. */
    ABANDONED,
    /** Nobody came; the concern is an ordinary ticket. */
    UNATTENDED;

    /** The written form, as stored and in contracts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Ending of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
