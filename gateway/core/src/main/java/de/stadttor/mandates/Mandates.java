package de.stadttor.mandates;

import de.stadttor.people.CitizenId;
import de.stadttor.people.Principal;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where mandates are kept. */
public interface Mandates {

    /** Keeps the mandate, and its principal if that is new; joins the running transaction. */
    Mono<Void> add(Mandate mandate);

    Mono<Mandate> find(MandateId id);

    /** Every mandate that was ever given to this citizen, oldest first. */
    Flux<Mandate> ofRepresentative(CitizenId citizen);

    /** Every mandate that this ticket proves, oldest first. */
    Flux<Mandate> ofTicket(TicketId ticket);

    /** Empty when this is no principal's id. */
    Mono<Principal> principal(CitizenId id);

    /** Ends a mandate that was not revoked before; joins the running transaction. */
    Mono<Void> revoke(MandateId id, Instant at);
}
