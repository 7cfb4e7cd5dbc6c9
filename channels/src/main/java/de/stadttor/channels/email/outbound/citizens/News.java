package de.stadttor.channels.email.outbound.citizens;

import de.stadttor.events.Event;
import de.stadttor.events.EventLog;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.TicketEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** What a notice is about. */
sealed interface News {

    /** A caseworker answered. */
    record Answer(Message message) implements News {}

    /** Something else that is shown to citizens. */
    record Change() implements News {}

    /**
     * Reads it from the log.
     *
     * @return empty when another mail tells of it already, or when it is what the citizen did: a message that changes
     *     the state, too, is told as one
     */
    static Mono<News> of(OutboxItem item, EventLog log, Messages messages) {
        return log.read(item.ticket().stream(), Math.max(0, item.cause() - 2), 2)
                .filter(event -> event.seq() <= item.cause())
                .collectList()
                .filter(events -> !events.isEmpty())
                .flatMap(events -> of(events, messages));
    }

    private static Mono<News> of(List<Event> events, Messages messages) {
        Event cause = events.getLast();
        return switch (happened(cause)) {
            case TicketEvent.MessageAdded added
            when added.direction() == Direction.TO_CITIZEN ->
                messages.find(added.message()).map(Answer::new);
            case TicketEvent.StateChanged _ when followsMessage(events) -> Mono.empty();
            default -> Mono.just(new Change());
        };
    }

    private static boolean followsMessage(List<Event> events) {
        Event before = events.getFirst();
        return events.size() == 2
                && before.at().equals(events.getLast().at())
                && happened(before) instanceof TicketEvent.MessageAdded;
    }

    private static TicketEvent happened(Event event) {
        return TicketEvent.of(event.kind(), event.body());
    }
}
