package de.stadttor.ticketing;

import de.stadttor.events.UnitOfWork;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Lets two tickets of one person go on as one. Nobody gains a right by it: what was written stays where it is, and what
 * the person answers to the closed one goes into the other.
 */
public final class MergedTickets {

    private final Tickets tickets;
    private final Merges merges;
    private final Journal journal;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public MergedTickets(Tickets tickets, Merges merges, Journal journal, UnitOfWork unitOfWork, Clock clock) {
        this.tickets = tickets;
        this.merges = merges;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * Closes {@code source}; a repeat changes nothing. Refused unless both are the caseworker's and have the same
     * contact address, when {@code target} asks for a weaker login, or one of them was merged already.
     */
    public Mono<Void> merge(Caseworker caseworker, TicketId source, TicketId target) {
        return unitOfWork
                .<Void>commit(() -> tickets.holdAll(List.of(source, target))
                        .filter(ticket -> caseworker.worksOn(ticket.queue()))
                        .collectMap(Ticket::id)
                        .flatMap(held -> merges.targets(List.of(source, target))
                                .flatMap(merged -> merge(held, merged, source, target))))
                .checkpoint("merge tickets");
    }

    /**
     * The same for a ticket that a telephone call made and to which nobody outside can write; joins the running
     * transaction.
     *
     * @return the ticket that is closed now; refused when it is none of these, or one of them was merged already
     */
    public Mono<Ticket> fold(TicketId source, TicketId target) {
        return tickets.holdAll(List.of(source, target))
                .collectMap(Ticket::id)
                .flatMap(held -> merges.targets(List.of(source, target)).flatMap(merged -> {
                    Ticket from = held.get(source);
                    Ticket into = held.get(target);
                    if (from == null || into == null || !isOfACallAlone(from) || !merged.isEmpty()) {
                        return Mono.error(() -> new Refused(new Refusal.CallConflict()));
                    }
                    return write(from, into).thenReturn(from);
                }));
    }

    private static boolean isOfACallAlone(Ticket ticket) {
        return ticket.origin().channel() == Channel.PHONE && ticket.contact().email() == null;
    }

    private Mono<Void> merge(
            Map<TicketId, Ticket> held, Map<TicketId, TicketId> merged, TicketId source, TicketId target) {
        Ticket from = held.get(source);
        if (from == null) {
            return Mono.error(() -> new Refused(new Refusal.TicketUnknown()));
        }
        if (target.equals(merged.get(source))) {
            return Mono.empty();
        }
        if (!merged.isEmpty()) {
            return Mono.error(() -> new Refused(new Refusal.StateConflict("merged", "merge")));
        }
        Ticket into = held.get(target);
        return into == null || !fit(from, into) ? invalid() : write(from, into);
    }

    private static boolean fit(Ticket from, Ticket into) {
        String address = from.contact().email();
        return !from.id().equals(into.id())
                && address != null
                && address.equalsIgnoreCase(
                        Objects.requireNonNullElse(into.contact().email(), ""))
                && into.requiredLevel().satisfies(from.requiredLevel());
    }

    private static Mono<Void> invalid() {
        return Mono.error(() -> new Refused(Refusal.Invalid.at("/into", "not-mergeable")));
    }

    private Mono<Void> write(Ticket from, Ticket into) {
        var step = from.merge(into.id(), clock.instant());
        return merges.put(from.id(), into.id())
                .then(tickets.change(step.after()))
                .then(journal.record(from.id(), step.events()));
    }
}
