package de.stadttor.ticketing;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Writes down what was decided about a ticket. Everything here joins the running transaction, which holds it. */
public final class Casebook {

    private final Tickets tickets;
    private final Messages messages;
    private final Queues queues;
    private final Journal journal;
    private final Clock clock;

    public Casebook(Tickets tickets, Messages messages, Queues queues, Journal journal, Clock clock) {
        this.tickets = tickets;
        this.messages = messages;
        this.queues = queues;
        this.journal = journal;
        this.clock = clock;
    }

    /** A message, and what it made of its ticket. */
    public Mono<Ticket> add(Message message, Ticket.Step step) {
        return messages.add(message).then(write(step));
    }

    /** The same, and what else shall change. Refused when that does not fit the ticket or its queue. */
    public Mono<Ticket> add(Message message, Ticket.Step step, TicketChange change) {
        return decide(step.after(), change).flatMap(further -> add(message, step.then(further)));
    }

    /** What {@code change} names; refused when it does not fit the ticket or its queue. */
    public Mono<Ticket> change(Ticket ticket, TicketChange change) {
        return decide(ticket, change).flatMap(step -> step.events().isEmpty() ? Mono.just(ticket) : write(step));
    }

    private Mono<Ticket.Step> decide(Ticket ticket, TicketChange change) {
        String target = change.queue() == null ? ticket.queue() : change.queue();
        return queues.find(target)
                .switchIfEmpty(Mono.error(() -> new Refused(Refusal.Invalid.at("/queue", "unknown-queue"))))
                .map(queue -> ticket.change(change, queue, clock.instant()));
    }

    private Mono<Ticket> write(Ticket.Step step) {
        return tickets.change(step.after())
                .then(journal.record(step.after().id(), step.events()))
                .thenReturn(step.after());
    }
}
