package de.stadttor.chats;

import de.stadttor.events.Event;
import de.stadttor.events.Feeds;
import de.stadttor.events.Ids;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.Tickets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was said in a chat and seen by nobody on the other side. While a chat goes on no notice is sent of what is said
 * in it, so whoever had gone is told at its end that there is something new. Notices of the same message are one.
 */
public final class Unheard {

    private static final int PAGE = 50;

    /** What opened the ticket; a notice that no message calls for names it as its cause. */
    private static final long OPENING = 1;

    private final Feeds feeds;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Ids ids;

    public Unheard(Feeds feeds, Tickets tickets, Outbox outbox, Ids ids) {
        this.feeds = feeds;
        this.tickets = tickets;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Tells those concerned, if the chat has come to its end; joins the running transaction. */
    Mono<Void> tell(Chat before, Chat after) {
        return after.isOver() && !before.isOver()
                ? team(before, after)
                        .concatWith(citizens(after))
                        .collectList()
                        .flatMap(items -> items.isEmpty() ? Mono.empty() : outbox.put(items))
                : Mono.empty();
    }

    /** The team is told as well when nobody came for the concern, whatever was seen of it. */
    private Flux<OutboxItem> team(Chat before, Chat after) {
        Mono<Long> unseen = newest(after, after.seen().office(), Direction.FROM_CITIZEN);
        return (before.stage() instanceof Stage.Waiting ? unseen.defaultIfEmpty(OPENING) : unseen)
                .map(cause -> notice(after, new Recipient.OfQueue(after.queue()), cause))
                .flux();
    }

    private Flux<OutboxItem> citizens(Chat after) {
        return newest(after, after.seen().citizen(), Direction.TO_CITIZEN)
                .flatMapMany(cause -> tickets.participants(after.about().ticket())
                        .map(citizen -> notice(after, new Recipient.OfCitizen(citizen.toString()), cause)));
    }

    private OutboxItem notice(Chat after, Recipient recipient, long cause) {
        return new OutboxItem(
                ids.next(),
                OutboxItem.Kind.NOTICE,
                recipient,
                after.about().ticket(),
                cause,
                after.stage().since());
    }

    /** Place in the ticket's stream of the newest message after a position; empty when there is none. */
    private Mono<Long> newest(Chat chat, long after, Direction direction) {
        return page(chat, after)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : page(chat, page.getLast().position()))
                .flatMapIterable(Function.identity())
                .map(Feeds.Entry::event)
                .filter(event -> direction == directionOf(event))
                .takeLast(1)
                .next()
                .map(Event::seq);
    }

    private Mono<List<Feeds.Entry>> page(Chat chat, long after) {
        return feeds.read(chat.about().citizen(), after, chat.about().ticket().stream(), PAGE)
                .collectList();
    }

    /** @return null for what is no message */
    private static @Nullable Direction directionOf(Event event) {
        return switch (event.kind()) {
            case TicketEvent.Opened.KIND -> Direction.FROM_CITIZEN;
            case TicketEvent.MessageAdded.KIND ->
                TicketEvent.of(event.kind(), event.body()) instanceof TicketEvent.MessageAdded added
                        ? added.direction()
                        : null;
            default -> null;
        };
    }
}
