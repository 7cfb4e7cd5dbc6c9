package de.stadttor.events;

import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Everything or nothing. */
@FunctionalInterface
public interface UnitOfWork {

    /**
     * Runs {@code work} in one transaction, from the start again when it lost a race against another one, a bounded
     * number of times.
     *
     * @param work assembled anew for every attempt
     * @return its result once durable; every error rolls back
     */
    <T> Mono<T> commit(Supplier<Mono<T>> work);
}
