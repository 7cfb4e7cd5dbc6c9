package de.stadttor.appointments;

import de.stadttor.calendar.CalendarScope;
import de.stadttor.calendar.ScopeId;
import de.stadttor.calendar.Scopes;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest edition, read again only when there is another: every node asks for its version each time. */
public final class CurrentCatalogue implements Scopes {

    private final CatalogueEditions editions;
    private final AtomicReference<CatalogueEdition> known = new AtomicReference<>(CatalogueEdition.NONE);

    public CurrentCatalogue(CatalogueEditions editions) {
        this.editions = editions;
    }

    public Mono<Catalogue> read() {
        return edition().map(CatalogueEdition::catalogue);
    }

    Mono<CatalogueEdition> edition() {
        return editions.newest().flatMap(this::edition);
    }

    private Mono<CatalogueEdition> edition(long version) {
        CatalogueEdition edition = known.get();
        return edition.version() == version
                ? Mono.just(edition)
                : editions.find(version).doOnNext(known::set);
    }

    @Override
    public Mono<CalendarScope> find(ScopeId id) {
        return read().mapNotNull(catalogue -> catalogue.scope(id)).map(Scope::calendar);
    }

    @Override
    public Flux<CalendarScope> all() {
        return read().flatMapIterable(Catalogue::scopes).map(Scope::calendar);
    }
}
