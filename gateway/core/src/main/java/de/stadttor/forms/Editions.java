package de.stadttor.forms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every version of every form, for those who decide about them. None is ever removed: tickets refer to them. */
public interface Editions {

    /** The newest of each form, withdrawn ones too, by key after {@code after}. */
    Flux<Edition> newest(@Nullable String after, int limit);

    /**
     * Those of one form, the newest first.
     *
     * @param below only versions before that one; null for all
     */
    Flux<Edition> of(String key, @Nullable Integer below, int limit);

    /** @param version null for the newest */
    Mono<Edition> find(String key, @Nullable Integer version);

    /**
     * Adds the version that follows the newest one, or the first.
     *
     * @param olderUntil when the versions before it end, unless they end sooner
     * @return false, having changed nothing, when somebody else was faster
     */
    Mono<Boolean> add(Edition edition, Instant olderUntil);

    /** Ends every version of a form that has not ended before. */
    Mono<Void> end(String key, Instant at);

    /** Lets the newest version begin again. */
    Mono<Void> reopen(String key);
}
