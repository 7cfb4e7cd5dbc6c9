package de.stadttor.civic;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryCivicServices implements CivicServices {

    private final Table<String, CivicService> services;

    public InMemoryCivicServices(InMemoryDatabase database) {
        this.services = new Table<>(database);
    }

    @Override
    public Mono<CivicService> find(String code) {
        return services.ask(rows -> rows.get(code));
    }

    @Override
    public Mono<CivicService> ofForm(String form) {
        return services.select(rows -> rows.values().stream())
                .filter(service -> service.form().equals(form))
                .next();
    }

    @Override
    public Flux<CivicService> list(@Nullable String after, int limit) {
        return services.select(rows -> rows.values().stream()
                .filter(service -> after == null || service.code().compareTo(after) > 0)
                .sorted(comparing(CivicService::code))
                .limit(limit));
    }

    @Override
    public Mono<Boolean> put(CivicService service) {
        return services.writing(rows -> {
            var stored = rows.get(service.code());
            boolean next = service.version() == 1 + (stored == null ? 0 : stored.version());
            boolean free = rows.values().stream()
                    .noneMatch(other ->
                            other.form().equals(service.form()) && !other.code().equals(service.code()));
            if (next && free) {
                rows.put(service.code(), service);
            }
            return next && free;
        });
    }

    @Override
    public Mono<Boolean> remove(String code, long version) {
        return services.writing(rows -> {
            var stored = rows.get(code);
            return stored != null && stored.version() == version && rows.remove(code, stored);
        });
    }
}
