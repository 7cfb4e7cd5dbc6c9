package de.stadttor.chats;

import de.stadttor.events.Event;
import de.stadttor.events.Feeds;
import de.stadttor.events.Ids;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Tickets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was said in a chat and seen by nobody on the other side. While a chat goes on no notice is sent of what is said
 * in it, so whoever had gone is told at its end that there is something new. Notices of the same message are one. To a
 * citizen who asked for it goes what was said.
 */
public final class Unheard {

    /** What opened the ticket; what no message calls for names it as its cause. */
    private static final long OPENING = 1;

    private final ChatFeed feed;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Ids ids;

    public Unheard(Feeds feeds, Tickets tickets, Outbox outbox, Ids ids) {
        this.feed = new ChatFeed(feeds);
        this.tickets = tickets;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Tells those concerned, if the chat has come to its end; joins the running transaction. */
    Mono<Void> tell(Chat before, Chat after) {
        return after.isOver() && !before.isOver()
                ? team(before, after)
                        .concatWith(citizens(after))
                        .concatWith(transcript(after))
                        .collectList()
                        .flatMap(items -> items.isEmpty() ? Mono.empty() : outbox.put(items))
                : Mono.empty();
    }

    /** Sends what was said, if it is wanted and everything has been said; joins the running transaction. */
    Mono<Void> send(Chat chat) {
        return chat.isOver() ? transcript(chat).flatMap(outbox::put) : Mono.empty();
    }

    /** Once, however often it is asked for. */
    private Mono<OutboxItem> transcript(Chat chat) {
        var citizen = new Recipient.OfCitizen(chat.about().citizen().toString());
        return chat.transcript()
                ? Mono.fromSupplier(() -> item(chat, Kind.TRANSCRIPT, citizen, OPENING))
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
        return item(after, Kind.NOTICE, recipient, cause);
    }

    private OutboxItem item(Chat chat, Kind kind, Recipient recipient, long cause) {
        return new OutboxItem(
                ids.next(),
                kind,
                recipient,
                chat.about().ticket(),
                cause,
                chat.stage().since());
    }

    /** Place in the ticket's stream of the newest message after a position; empty when there is none. */
    private Mono<Long> newest(Chat chat, long after, Direction direction) {
        return feed.after(chat, after)
                .map(Feeds.Entry::event)
                .filter(event -> direction == ChatFeed.direction(event))
                .takeLast(1)
                .next()
                .map(Event::seq);
    }
}
