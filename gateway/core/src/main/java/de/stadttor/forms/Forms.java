package de.stadttor.forms;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The forms there are. */
public interface Forms {

    /** The newest version of each, by key, after {@code after}. */
    Flux<Form> current(@Nullable String after, int limit);

    /** @param version null for the newest */
    Mono<Form> find(String key, @Nullable Integer version);
}
