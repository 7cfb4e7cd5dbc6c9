package de.stadttor.intake;

import de.stadttor.events.Ids;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Contact;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketState;
import de.stadttor.ticketing.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A conversation that begins: the ticket, whose it is, and its first message. */
record Beginning(Arrival arrival, Tickets.Opening opening, Message message) {

    static Beginning of(Admitted.Opens opens, Ids ids) {
        Arrival arrival = opens.arrival();
        return new Beginning(
                arrival,
                new Tickets.Opening(ticket(arrival, opens.guest()), opens.citizen()),
                message(arrival, new MessageId(ids.next())));
    }

    Ticket ticket() {
        return opening.ticket();
    }

    InboundMessage inbound() {
        return arrival.message();
    }

    Instant now() {
        return arrival.now();
    }

    Journal.Beginning events() {
        Circumstances circumstances = inbound().circumstances();
        List<TicketEvent> events = new ArrayList<>();
        events.add(new TicketEvent.Opened(ticket().origin().channel(), ticket().queue(), circumstances.imported()));
        Attention attention = circumstances.attention();
        if (attention != null) {
            events.add(new TicketEvent.AttentionCalled(attention));
        }
        return new Journal.Beginning(opening, events);
    }

    private static Ticket ticket(Arrival arrival, boolean guest) {
        InboundMessage inbound = arrival.message();
        Circumstances circumstances = inbound.circumstances();
        return new Ticket(
                arrival.ticket(),
                arrival.number(),
                inbound.subject(),
                inbound.queue(),
                TicketState.NEW,
                circumstances.priority(),
                null,
                inbound.requiredLevel(),
                inbound.origin(),
                new Contact(inbound.name(), inbound.email(), guest),
                Map.of(),
                circumstances.attention() != null,
                circumstances.related(),
                arrival.at(),
                arrival.at(),
                null,
                1);
    }

    private static Message message(Arrival arrival, MessageId id) {
        InboundMessage inbound = arrival.message();
        return new Message(
                id,
                arrival.ticket(),
                inbound.origin().channel().opening(),
                inbound.origin().channel(),
                inbound.author(),
                inbound.onBehalf(),
                inbound.text(),
                null,
                inbound.files(),
                arrival.at());
    }
}
