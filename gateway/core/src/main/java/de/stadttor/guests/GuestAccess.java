package de.stadttor.guests;

import de.stadttor.people.CitizenId;
import de.stadttor.people.GuestSession;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where links and the sessions they opened are kept, hashed. */
public interface GuestAccess {

    /** Joins the running transaction. */
    Mono<Void> addLinks(List<Link> links);

    /** The link of a token, whether still valid or not. */
    Mono<Link> link(String tokenHash);

    /**
     * Shuts the links of a ticket, and with them the sessions they opened; joins the running transaction.
     *
     * @return how many were open
     */
    Mono<Long> revoke(TicketId ticket);

    Mono<Void> addSession(Session session);

    Mono<Session> session(String tokenHash);

    /** Whether it has neither ended nor been ended, and its link neither. */
    Mono<Boolean> lives(GuestSession session, Instant now);

    Mono<Void> end(GuestSession session);

    /** Forgets sessions that are over. */
    Mono<Long> expire(Instant now);

    /** @param guest whose feed and ticket it opens */
    record Link(String tokenHash, TicketId ticket, CitizenId guest, Instant expiresAt, boolean revoked) {}

    record Session(GuestSession id, String tokenHash, String linkHash, CitizenId guest, Instant expiresAt) {}
}
