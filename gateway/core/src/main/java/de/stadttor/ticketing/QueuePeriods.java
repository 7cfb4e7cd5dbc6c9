package de.stadttor.ticketing;

import reactor.core.publisher.Mono;

/** The periods of queues. */
public interface QueuePeriods {

    /** Empty for a queue that is not there. */
    Mono<Periods> of(String queue);

    /** False when the version before is not the one that is there. */
    Mono<Boolean> put(String queue, Periods periods);
}
