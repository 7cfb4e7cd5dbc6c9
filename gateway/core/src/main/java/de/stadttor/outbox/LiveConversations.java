package de.stadttor.outbox;

import de.stadttor.events.Event;
import reactor.core.publisher.Mono;

/** Knows whether people were talking with each other: then they need no mail about it. */
@FunctionalInterface
public interface LiveConversations {

    /** Whether those concerned were there when this happened to a ticket, or will be told in another way. */
    Mono<Boolean> cover(Event event);
}
