package de.stadttor.teams;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who may answer by mail. */
public interface Colleagues {

    /** By address, in any case; empty for a stranger. */
    Mono<Colleague> byAddress(String address);

    /** By subject, after {@code after}. */
    Flux<Colleague> list(@Nullable String after, int limit);

    /** Registers somebody or replaces what was known; false when another colleague has that address. */
    Mono<Boolean> put(Colleague colleague);

    /** @return false when there was nobody */
    Mono<Boolean> remove(String subject);
}
