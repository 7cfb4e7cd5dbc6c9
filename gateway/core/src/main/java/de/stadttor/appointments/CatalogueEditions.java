package de.stadttor.appointments;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the editions of the catalogue live. */
public interface CatalogueEditions {

    /** Version of the newest; 0 when there is none. */
    Mono<Long> newest();

    Mono<CatalogueEdition> find(long version);

    /** @return false when there is one of that version already */
    Mono<Boolean> add(CatalogueEdition edition);

    /** The newest first, before {@code before}; from the newest on without one. */
    Flux<CatalogueEdition> list(@Nullable Long before, int limit);
}
