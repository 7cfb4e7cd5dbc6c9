package de.stadttor.sorting;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where sortings live. */
public interface Sortings {

    Mono<Sorting> find(String mailbox);

    /** By mailbox, after {@code after}. */
    Flux<Sorting> list(@Nullable String after, int limit);

    /**
     * Stores the first version of a mailbox's sorting, or the one that follows the version stored.
     *
     * @return false when somebody else was faster
     */
    Mono<Boolean> put(Sorting sorting);

    /** @return false when there was none of that version */
    Mono<Boolean> remove(String mailbox, long version);
}
