package de.stadttor.chats;

import de.stadttor.events.Event;
import de.stadttor.events.Feeds;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.TicketEvent;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What stands in a citizen's feed about the ticket of a chat. */
record ChatFeed(Feeds feeds) {

    private static final int PAGE = 50;

    /** Everything after a position that there is now, in its order. */
    Flux<Feeds.Entry> after(Chat chat, long position) {
        return page(chat, position)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : page(chat, page.getLast().position()))
                .flatMapIterable(Function.identity());
    }

    private Mono<List<Feeds.Entry>> page(Chat chat, long after) {
        return feeds.read(chat.about().citizen(), after, chat.about().ticket().stream(), PAGE)
                .collectList();
    }

    /** @return null for what is no message */
    static @Nullable Direction direction(Event event) {
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
