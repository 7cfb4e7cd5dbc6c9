package de.stadttor.store.appointments;

import de.stadttor.appointments.Catalogue;
import de.stadttor.appointments.CatalogueEdition;
import de.stadttor.appointments.CatalogueEditions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Editions of one test alone: the database has one catalogue, which tests beside each other cannot share. */
final class OneEdition implements CatalogueEditions {

    private final Deque<CatalogueEdition> editions = new ArrayDeque<>();

    OneEdition(Catalogue catalogue) {
        replace(catalogue);
    }

    void replace(Catalogue catalogue) {
        editions.push(new CatalogueEdition(editions.size() + 1L, catalogue, "test", Instant.EPOCH));
    }

    @Override
    public Mono<Long> newest() {
        return Mono.just(editions.peek().version());
    }

    @Override
    public Mono<CatalogueEdition> find(long version) {
        return list(null, Integer.MAX_VALUE)
                .filter(edition -> edition.version() == version)
                .next();
    }

    @Override
    public Mono<Boolean> add(CatalogueEdition edition) {
        editions.push(edition);
        return Mono.just(true);
    }

    @Override
    public Flux<CatalogueEdition> list(@Nullable Long before, int limit) {
        return Flux.fromIterable(editions);
    }
}
