package de.stadttor.civic;

import de.stadttor.ticketing.TicketId;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Where publications live. */
public interface Publications {

    Mono<Publication> find(TicketId ticket);

    /** Those of several tickets; asks nothing without tickets. */
    Mono<Map<TicketId, Publication>> of(Collection<TicketId> tickets);

    /** Instead of the ticket's former one; joins the running transaction. */
    Mono<Void> put(Publication publication);

    /**
     * Joins the running transaction.
     *
     * @return false when there was none
     */
    Mono<Boolean> remove(TicketId ticket);
}
