package de.stadttor.calendar;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is free and what is taken. The counters of a slot change by conditional updates only, in the order of the slots,
 * so that two transactions meet at the same rows in the same order, on whatever node they are.
 */
public interface Slots {

    /** In the order of the slots. */
    Flux<Counter> between(ScopeId scope, Instant from, Instant until);

    /** The same of several scopes at once; each with its scope. */
    Flux<Owned> between(Collection<ScopeId> scopes, Instant from, Instant until);

    /** Sets what slots offer. A slot that offers nothing and of which nothing is taken is gone. */
    Mono<Void> offer(ScopeId scope, List<Slot> slots);

    /**
     * Takes a place in each slot; joins the running transaction.
     *
     * @return false when one of them had none: then some may be taken, and the transaction must be rolled back
     */
    Mono<Boolean> take(ScopeId scope, List<Slot.Key> chain, Share share);

    /** Gives the places back; joins the running transaction. */
    Mono<Void> give(ScopeId scope, List<Slot.Key> chain, Share share);

    /** Whose places. */
    enum Share {
        /** Anybody's. */
        PUBLIC,
        /** Those that staff may take, which are all. */
        STAFF
    }

    record Owned(ScopeId scope, Counter counter) {}
}
