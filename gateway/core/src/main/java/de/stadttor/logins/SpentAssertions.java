package de.stadttor.logins;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Which assertions were used, on whatever node. */
public interface SpentAssertions {

    /**
     * Marks an assertion as used, in one step with looking whether it was.
     *
     * @param key 64 hex digits that stand for it
     * @param until from when on it is refused by its age
     * @return true for the first caller, false for every other
     */
    Mono<Boolean> spend(String key, Instant until);

    /** Forgets those that are refused by their age. */
    Mono<Long> expire(Instant now);
}
