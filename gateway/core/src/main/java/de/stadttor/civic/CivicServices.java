package de.stadttor.civic;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where civic services live. */
public interface CivicServices {

    Mono<CivicService> find(String code);

    Mono<CivicService> ofForm(String form);

    /** By code, after {@code after}. */
    Flux<CivicService> list(@Nullable String after, int limit);

    /**
     * Stores the first version of a service, or the one that follows the version stored.
     *
     * @return false when somebody else was faster, or another service has its form
     */
    Mono<Boolean> put(CivicService service);

    /** @return false when there was none of that version */
    Mono<Boolean> remove(String code, long version);
}
