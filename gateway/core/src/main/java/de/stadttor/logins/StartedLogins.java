package de.stadttor.logins;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where logins wait for their answer, which may come to any node. */
public interface StartedLogins {

    /**
     * Completes once every node can take it. Anyone may begin logins, so there is a bound.
     *
     * @return false when too many wait already, and nothing was written
     */
    Mono<Boolean> add(StartedLogin login);

    /** Reads and removes in one statement, so that of two answers at most one finds it; empty when it is too late. */
    Mono<StartedLogin> take(String key, Instant now);

    /** Removes what a browser began; completes even if that was nothing. */
    Mono<Void> forget(String browser);

    /** Removes those whose time is over. */
    Mono<Long> expire(Instant now);
}
