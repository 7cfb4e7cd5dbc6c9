package de.stadttor.chats;

import de.stadttor.chats.Stage.Over;
import de.stadttor.events.Event;
import de.stadttor.events.Feeds;
import de.stadttor.outbox.LiveConversations;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.TicketId;
import reactor.core.publisher.Mono;

/**
 * Who is in a chat needs no mail about what is said there. While it goes on, {@link Unheard} will see at its end to
 * what was not seen. What was stored in the very moment of the end may have escaped it, so that is looked at here.
 */
public final class TalkedAbout implements LiveConversations {

    private final Chats chats;
    private final ChatFeed feed;

    public TalkedAbout(Chats chats, Feeds feeds) {
        this.chats = chats;
        this.feed = new ChatFeed(feeds);
    }

    @Override
    public Mono<Boolean> cover(Event event) {
        return chats.ofTicket(new TicketId(event.stream().value()))
                .flatMap(chat -> chat.stage() instanceof Over over ? cover(event, chat, over) : Mono.just(true))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> cover(Event event, Chat chat, Over over) {
        Direction direction = ChatFeed.direction(event);
        if (direction == null) {
            return Mono.just(over.ending() != Ending.UNATTENDED && !event.at().isAfter(over.since()));
        }
        long seen = direction == Direction.FROM_CITIZEN
                ? chat.seen().office()
                : chat.seen().citizen();
        return feed.after(chat, seen).all(entry -> entry.event().seq() != event.seq());
    }
}
