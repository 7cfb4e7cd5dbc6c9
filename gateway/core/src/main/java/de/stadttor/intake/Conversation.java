package de.stadttor.intake;

import de.stadttor.events.Ids;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import reactor.core.publisher.Mono;

/** Begins a conversation: the ticket, its first message, what happened, and the acknowledgement that must leave. */
public final class Conversation {

    private static final long OPENING = 1;

    private final Tickets tickets;
    private final Messages messages;
    private final Journal journal;
    private final Outbox outbox;
    private final Ids ids;

    public Conversation(Tickets tickets, Messages messages, Journal journal, Outbox outbox, Ids ids) {
        this.tickets = tickets;
        this.messages = messages;
        this.journal = journal;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Joins the running transaction. */
    Mono<Void> begin(Ticket ticket, CitizenId citizen, Message first) {
        var opened = new TicketEvent.Opened(ticket.origin().channel(), ticket.queue());
        return tickets.open(ticket, citizen)
                .then(messages.add(first))
                .then(journal.open(ticket.id(), citizen, opened))
                .then(outbox.put(acknowledgement(ticket, citizen)));
    }

    Mono<Ticket> opened(TicketId id) {
        return tickets.find(id);
    }

    private OutboxItem acknowledgement(Ticket ticket, CitizenId citizen) {
        return new OutboxItem(
                ids.next(),
                OutboxItem.Kind.ACKNOWLEDGEMENT,
                new OutboxItem.Recipient.OfCitizen(citizen.toString()),
                ticket.id(),
                OPENING,
                ticket.createdAt());
    }
}
