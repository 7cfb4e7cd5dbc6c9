package de.stadttor.machines;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where registered clients live. */
public interface IntakeClients {

    Mono<IntakeClient> find(String name);

    /** @param thumbprint SHA-256 of a certificate, 64 hex digits */
    Mono<IntakeClient> ofCertificate(String thumbprint);

    /** By name, after {@code after}. */
    Flux<IntakeClient> list(@Nullable String after, int limit);

    /**
     * Stores the first version of a client, or the one that follows the version stored.
     *
     * @return false when somebody else was faster, or another client has its certificate
     */
    Mono<Boolean> put(IntakeClient client);

    /** @return false when there was none of that version */
    Mono<Boolean> remove(String name, long version);
}
