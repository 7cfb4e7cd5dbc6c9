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
 * @param representation whom this citizen acts for, whose id and tickets these are then; null for oneself
 * @param until when this login ends at the latest, in UTC; streams end with it
 */
public record Citizen(
        CitizenId id,
        AssuranceLevel level,
        @Nullable String name,
        @Nullable GuestSession guestSession,
        @Nullable LoginSession loginSession,
        @Nullable Representation representation,
        Instant until)
        implements Caller {

    /** A citizen who acts for nobody else. */
    public Citizen(
            CitizenId id,
            AssuranceLevel level,
            @Nullable String name,
            @Nullable GuestSession guestSession,
            @Nullable LoginSession loginSession,
            Instant until) {
        this(id, level, name, guestSession, loginSession, null, until);
    }

    /** A citizen without a login session of ours: a guest, or the bearer of somebody's token. */
    public Citizen(
            CitizenId id,
            AssuranceLevel level,
            @Nullable String name,
            @Nullable GuestSession guestSession,
            Instant until) {
        this(id, level, name, guestSession, null, until);
    }

    /** The same caller in the place of the principal: as firmly proven, for as long. */
    public Citizen actingBy(Representation representation) {
        return new Citizen(
                representation.principal().id(), level, name, guestSession, loginSession, representation, until);
    }

    /** Whether this can end before its time: by a session of ours, or with a mandate. */
    public boolean canBeLost() {
        return guestSession != null || loginSession != null || representation != null;
    }

    @Override
    public String reference() {
        return id.toString();
    }
}
