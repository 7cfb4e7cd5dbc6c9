package de.stadttor.ticketing;

import org.jspecify.annotations.Nullable;

/** What the citizen said of themselves, unverified: good for a salutation and a notice, never for recognition. */
public record Contact(@Nullable String name, @Nullable String email) {

    public static final Contact UNKNOWN = new Contact(null, null);
}
