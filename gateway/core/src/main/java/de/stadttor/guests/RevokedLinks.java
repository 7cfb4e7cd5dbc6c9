package de.stadttor.guests;

import de.stadttor.events.UnitOfWork;
import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Lets caseworkers shut the link of an anonymous case: it was sent to somebody else, say. */
public final class RevokedLinks {

    private final Access access;
    private final GuestAccess links;
    private final Journal journal;
    private final UnitOfWork unitOfWork;

    public RevokedLinks(Access access, GuestAccess links, Journal journal, UnitOfWork unitOfWork) {
        this.access = access;
        this.links = links;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
    }

    /**
     * Shuts a ticket's link and every session it opened. A ticket whose link is shut, or that has none, stays as it is.
     */
    public Mono<Void> revoke(Caseworker caseworker, TicketId id) {
        return unitOfWork
                .<Void>commit(() -> access.writable(caseworker, id)
                        .then(links.revoke(id))
                        .filter(open -> open > 0)
                        .flatMap(_ -> journal.record(id, List.of(new TicketEvent.LinkRevoked()))))
                .checkpoint("revoke access link");
    }
}
