package de.stadttor.guests;

import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.ClaimEvent.ClaimEnded.Cause;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where it is kept who made an anonymous case their own. */
public interface CaseClaims {

    /** Joins the running transaction. */
    Mono<Void> add(CaseClaim claim);

    /** The latest claim of a ticket, whether it still stands or not. */
    Mono<CaseClaim> ofTicket(TicketId ticket);

    /** The claim that an objection is meant for. */
    Mono<CaseClaim> byObjection(String objectionHash);

    /** Ends a claim that stands; joins the running transaction. */
    Mono<Void> end(UUID claim, Cause cause, Instant at);

    /**
     * @param citizen who claimed it
     * @param guest the case's own guest, whose registered address is told
     * @param objectionHash of the secret that undoes it
     * @param ended why it stands no longer; null while it does
     */
    record CaseClaim(
            UUID id,
            TicketId ticket,
            CitizenId citizen,
            CitizenId guest,
            Instant at,
            String objectionHash,
            @Nullable Cause ended) {

        boolean stands() {
            return ended == null;
        }
    }
}
