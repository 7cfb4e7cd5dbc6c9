package de.stadttor.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A citizen who is calling.
 *
 * @param level how firmly this login proved who it is
 * @param name as the identity provider stated it; null for guests
 * @param guestSession the session that a link opened, which can be ended early; null for a login
 * @param loginSession the session of a login, which can be ended early and ages; null where there is none
 * @param until when this login ends at the latest, in UTC; streams end with it
 */
public record Citizen(
        CitizenId id,
        AssuranceLevel level,
        @Nullable String name,
        @Nullable GuestSession guestSession,
        @Nullable LoginSession loginSession,
        Instant until)
        implements Caller {

    /** A citizen without a login session of ours: a guest, or the bearer of somebody's token. */
    public Citizen(
            CitizenId id,
            AssuranceLevel level,
            @Nullable String name,
            @Nullable GuestSession guestSession,
            Instant until) {
        this(id, level, name, guestSession, null, until);
    }

    /** Whether there is a session of ours, which can end before its time. */
    public boolean hasSession() {
        return guestSession != null || loginSession != null;
    }

    @Override
    public String reference() {
        return id.toString();
    }
}
