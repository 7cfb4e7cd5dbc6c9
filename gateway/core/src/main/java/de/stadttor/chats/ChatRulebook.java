package de.stadttor.chats;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where it is kept how queues chat. */
public interface ChatRulebook {

    /** Empty while nobody has decided anything for this queue. */
    Mono<ChatSettings> of(String queue);

    /** All that was decided, by queue. */
    Flux<ChatSettings> all();

    /**
     * Stores the first version, or the one that follows the version stored.
     *
     * @return false when somebody else was faster
     */
    Mono<Boolean> put(ChatSettings settings);
}
