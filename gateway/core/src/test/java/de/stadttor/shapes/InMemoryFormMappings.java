package de.stadttor.shapes;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryFormMappings implements FormMappings {

    private final Table<String, FormMapping> mappings;

    public InMemoryFormMappings(InMemoryDatabase database) {
        this.mappings = new Table<>(database);
    }

    @Override
    public Mono<FormMapping> find(String name) {
        return mappings.ask(rows -> rows.get(name));
    }

    @Override
    public Mono<FormMapping> ofDocument(String document) {
        return mappings.select(rows -> rows.values().stream())
                .filter(mapping -> mapping.document().equals(document))
                .next();
    }

    @Override
    public Flux<FormMapping> list(@Nullable String after, int limit) {
        return mappings.select(rows -> rows.values().stream()
                .filter(mapping -> after == null || mapping.name().compareTo(after) > 0)
                .sorted(comparing(FormMapping::name))
                .limit(limit));
    }

    @Override
    public Mono<Boolean> put(FormMapping mapping) {
        return mappings.writing(rows -> {
            var stored = rows.get(mapping.name());
            boolean next = mapping.version() == 1 + (stored == null ? 0 : stored.version());
            boolean free = rows.values().stream()
                    .noneMatch(other -> other.document().equals(mapping.document())
                            && !other.name().equals(mapping.name()));
            if (next && free) {
                rows.put(mapping.name(), mapping);
            }
            return next && free;
        });
    }

    @Override
    public Mono<Boolean> remove(String name, long version) {
        return mappings.writing(rows -> {
            var stored = rows.get(name);
            return stored != null && stored.version() == version && rows.remove(name, stored);
        });
    }
}
