package de.stadttor.idempotency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Takes keys for several pieces of work at once; joins the running transaction.
     *
     * @param wanted the keys of each piece of work, by the id of what it makes
     * @return the ids all of whose keys are theirs now, after waiting for whoever was about to take one; the others
     *     have taken none
     */
    Mono<Set<UUID>> takeAll(Map<UUID, List<RequestKey>> wanted);

    /**
     * Takes each key that nobody has; joins the running transaction.
     *
     * @param wanted a key for each piece of work, by the id of what it makes
     * @return what the owner of each key made, by the id of who asked: that itself when the key was free
     */
    Mono<Map<UUID, UUID>> share(Map<UUID, RequestKey> wanted);

    /** Gives a key free that was taken before {@code before}; a younger one stays. */
    Mono<Void> forget(RequestKey key, Instant before);

    Mono<Taken> find(RequestKey key);

    /** @param at when it was taken */
    record Taken(UUID result, String fingerprint, Instant at) {}
}
