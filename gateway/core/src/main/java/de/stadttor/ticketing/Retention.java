package de.stadttor.ticketing;

import de.stadttor.events.EventLog;
import de.stadttor.events.Fact;
import de.stadttor.events.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets go of tickets when their time is over. */
public final class Retention {

    private static final int BATCH = 50;

    private final Erasure erasure;
    private final Tickets tickets;
    private final EventLog log;
    private final UnitOfWork unitOfWork;

    public Retention(Erasure erasure, Tickets tickets, EventLog log, UnitOfWork unitOfWork) {
        this.erasure = erasure;
        this.tickets = tickets;
        this.log = log;
        this.unitOfWork = unitOfWork;
    }

    /**
     * Erases what is due, each ticket in a transaction of its own. Can be done by several nodes at once. One that fails
     * keeps none of the others of its batch.
     *
     * @return how many
     */
    public Mono<Long> sweep(Instant now) {
        return Mono.defer(() -> erasure.due(now, BATCH)
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .concatMapDelayError(this::erase)
                        .count())
                .repeat()
                .takeUntil(erased -> erased == 0)
                .reduce(0L, Long::sum);
    }

    /** Empty when another node was faster, or somebody has opened it again. */
    private Mono<TicketId> erase(TicketId id) {
        return unitOfWork
                .commit(() -> tickets.hold(id)
                        .filter(ticket -> ticket.state() == TicketState.CLOSED)
                        .flatMap(ticket -> log.append(erased(ticket))
                                .then(erasure.erase(id))
                                .thenReturn(id)))
                .checkpoint("erase ticket");
    }

    /** Nobody hears of it and nobody reacts. */
    private static Fact erased(Ticket ticket) {
        var event = new TicketEvent.Erased();
        return new Fact(ticket.id().stream(), event.kind(), event.body(), List.of(), Set.of());
    }
}
