package de.stadttor.ticketing;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queues there are. */
public interface Queues {

    Mono<Queue> find(String key);

    /** All, by key. */
    Flux<Queue> all();
}
