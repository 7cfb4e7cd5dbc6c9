package de.stadttor.channels.email.automatic;

import java.util.Locale;

/**
 * Whether a person or a program sent a message (RFC 3834, 5.1, refined). Only {@link #NONE} and {@link #LIST} are
 * people.
 */
public enum AutoSubmitted {
    NONE,
    AUTO_GENERATED,
    AUTO_REPLIED,
    OUT_OF_OFFICE,
    LIST,
    OWN_LOOP;

    /** The written form, such as {@code out-of-office}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
