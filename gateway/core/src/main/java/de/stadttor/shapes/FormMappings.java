package de.stadttor.shapes;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where mappings live. */
public interface FormMappings {

    Mono<FormMapping> find(String name);

    /** The one for a kind of document; see {@link FormMapping#document()}. */
    Mono<FormMapping> ofDocument(String document);

    /** By name, after {@code after}. */
    Flux<FormMapping> list(@Nullable String after, int limit);

    /**
     * Stores the first version of a mapping, or the one that follows the version stored.
     *
     * @return false when somebody else was faster, or another mapping has its document
     */
    Mono<Boolean> put(FormMapping mapping);

    /** @return false when there was none of that version */
    Mono<Boolean> remove(String name, long version);
}
