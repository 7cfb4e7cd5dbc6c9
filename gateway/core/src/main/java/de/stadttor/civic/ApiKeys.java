package de.stadttor.civic;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where API keys live. */
public interface ApiKeys {

    /** @param hash SHA-256 of its secret */
    Mono<Void> add(ApiKey key, byte[] hash);

    /** The key of a secret that counts; empty for a wrong or revoked one. */
    Mono<ApiKey> find(byte[] hash);

    /** Revoked or not. */
    Mono<ApiKey> find(UUID id);

    /** By id, after {@code after}; revoked ones, too. */
    Flux<ApiKey> list(@Nullable UUID after, int limit);

    /** @return false when there is none; one that is revoked already stays as it is */
    Mono<Boolean> revoke(UUID id, Instant at);
}
