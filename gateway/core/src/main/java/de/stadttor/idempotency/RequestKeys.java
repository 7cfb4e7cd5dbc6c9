package de.stadttor.idempotency;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which requests were done already. */
public interface RequestKeys {

    /**
     * Joins the running transaction, so that the key is taken exactly if the work is done.
     *
     * @param result names what the work makes
     * @return fails with {@link KeyTaken} when it is taken, after waiting for whoever is about to take it
     */
    Mono<Void> take(RequestKey key, UUID result);

    Mono<Taken> find(RequestKey key);

    /** @param at when it was taken */
    record Taken(UUID result, String fingerprint, Instant at) {}
}
