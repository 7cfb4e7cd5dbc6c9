package de.stadttor.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A citizen who is calling.
 *
 * @param level how firmly this login proved who it is
 * @param name as the identity provider stated it; null for guests
 * @param guestSession the session that a link opened, which can be ended early; null for a login
 * @param until when this login ends, in UTC; streams end with it
 */
public record Citizen(
        CitizenId id,
        AssuranceLevel level,
        @Nullable String name,
        @Nullable GuestSession guestSession,
        Instant until) implements Caller {

    @Override
    public String reference() {
        return id.toString();
    }
}
