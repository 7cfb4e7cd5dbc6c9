package de.stadttor.mandates;

import de.stadttor.people.CitizenId;
import de.stadttor.people.Principal;
import de.stadttor.people.Representation;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The verified right of one citizen to act for a principal.
 *
 * @param representativeName as it stood on the ticket that proves it
 * @param evidence the ticket with what proves it, such as the guardianship form
 * @param recordedBy the caseworker's reference
 * @param until when it ends by itself, in UTC; null for never
 * @param revokedAt null while it was not
 */
public record Mandate(
        MandateId id,
        CitizenId representative,
        String representativeName,
        Principal principal,
        TicketId evidence,
        String recordedBy,
        Instant recordedAt,
        @Nullable Instant until,
        @Nullable Instant revokedAt) {

    public static final int NAME_LIMIT = 200;

    public boolean holds(Instant now) {
        return revokedAt == null && (until == null || until.isAfter(now));
    }

    /** Whether it stands behind another one in a list; every one stands behind null. */
    public boolean isAfter(@Nullable MandateId other) {
        return other == null || id.value().compareTo(other.value()) > 0;
    }

    public Representation representation() {
        return new Representation(id.value(), representativeName, principal);
    }
}
