package de.stadttor.ticketing;

import reactor.core.publisher.Mono;

/** The queues as administrators see them. */
public interface QueueDefinitions {

    /** Empty for a queue that is not there. */
    Mono<QueueDefinition> find(String key);

    /** A new queue has version 1 and the usual periods. False when the version before is not the one that is there. */
    Mono<Boolean> put(QueueDefinition definition);
}
