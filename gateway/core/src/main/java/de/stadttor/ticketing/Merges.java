package de.stadttor.ticketing;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Which tickets go on in another one. */
public interface Merges {

    /** Of those that were merged, where they go on; asks nothing without tickets. */
    Mono<Map<TicketId, TicketId>> targets(Collection<TicketId> tickets);

    /**
     * From now on {@code source} goes on in {@code target}, and so does what went on in {@code source}: a target is
     * never merged itself. Joins the running transaction, which holds both.
     */
    Mono<Void> put(TicketId source, TicketId target);
}
