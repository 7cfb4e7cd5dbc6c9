package de.stadttor.teams;

import reactor.core.publisher.Mono;

/** Where the teams of queues get their mail. */
public interface TeamAddresses {

    /** Empty for a queue whose team works at the desk only. */
    Mono<String> of(String queue);

    Mono<Void> put(String queue, String address);

    /** @return false when there was none */
    Mono<Boolean> remove(String queue);
}
