package de.stadttor.intake;

import de.stadttor.events.Ids;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.ticketing.Contact;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketState;
import de.stadttor.ticketing.Tickets;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Begins conversations: the ticket, its first message, what happened, and the acknowledgement that must leave. */
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
    Mono<Void> begin(List<Admission.Admitted> admitted) {
        List<Tickets.Opening> openings = admitted.stream()
                .map(each -> new Tickets.Opening(ticket(each), each.citizen()))
                .toList();
        return tickets.open(openings)
                .then(messages.add(
                        admitted.stream().map(each -> message(each.arrival())).toList()))
                .then(journal.open(openings))
                .then(outbox.put(openings.stream().map(this::acknowledgement).toList()));
    }

    Mono<Ticket> opened(TicketId id) {
        return tickets.find(id);
    }

    private static Ticket ticket(Admission.Admitted admitted) {
        Arrival arrival = admitted.arrival();
        InboundMessage inbound = arrival.message();
        return new Ticket(
                arrival.ticket(),
                arrival.number(),
                inbound.subject(),
                inbound.queue(),
                TicketState.NEW,
                Priority.NORMAL,
                null,
                inbound.requiredLevel(),
                inbound.origin(),
                new Contact(inbound.name(), inbound.email(), admitted.guest()),
                Map.of(),
                false,
                null,
                arrival.at(),
                arrival.at(),
                null,
                1);
    }

    private Message message(Arrival arrival) {
        InboundMessage inbound = arrival.message();
        return new Message(
                new MessageId(ids.next()),
                arrival.ticket(),
                Direction.FROM_CITIZEN,
                inbound.origin().channel(),
                inbound.author(),
                inbound.onBehalf(),
                inbound.text(),
                null,
                inbound.files(),
                arrival.at());
    }

    private OutboxItem acknowledgement(Tickets.Opening opening) {
        return new OutboxItem(
                ids.next(),
                OutboxItem.Kind.ACKNOWLEDGEMENT,
                new OutboxItem.Recipient.OfCitizen(opening.participant().toString()),
                opening.ticket().id(),
                OPENING,
                opening.ticket().createdAt());
    }
}
