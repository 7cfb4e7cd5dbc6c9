package de.stadttor.chats;

import de.stadttor.events.Event;
import de.stadttor.reactions.Consumer;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import reactor.core.publisher.Mono;

/**
 * A chat is in the queue of its ticket: whoever moves the ticket moves the chat. One that waits goes on waiting there,
 * in the place of when it came; in one that runs people go on talking.
 */
public final class FollowingTickets implements Consumer {

    private final Chats chats;
    private final Tickets tickets;

    public FollowingTickets(Chats chats, Tickets tickets) {
        this.chats = chats;
        this.tickets = tickets;
    }

    @Override
    public String name() {
        return "chats";
    }

    @Override
    public boolean wants(String kind) {
        return kind.equals(TicketEvent.QueueChanged.KIND);
    }

    /** Goes where the ticket is now, which may be further than this event says. */
    @Override
    public Mono<Void> react(Event event) {
        var id = new TicketId(event.stream().value());
        return chats.ofTicket(id)
                .flatMap(chat -> chats.hold(chat.id()))
                .flatMap(chat -> tickets.find(id)
                        .map(ticket -> chat.movedTo(ticket.queue()))
                        .filter(after -> !after.equals(chat)))
                .flatMap(chats::put);
    }
}
