package de.stadttor.signing;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the keys of all nodes are kept, locked. */
public interface KeyStore {

    /** All keys, the oldest first. */
    Flux<Locked> all();

    /** Adds a key, unless another node was first with this generation. */
    Mono<Void> add(Locked key);

    /** Forgets the keys that began to sign before an instant. */
    Mono<Long> forget(Instant signingBefore);

    /** @param content PKCS #8, locked for its {@link KeyTerm#id} */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Locked(KeyTerm term, byte[] content) {}
}
