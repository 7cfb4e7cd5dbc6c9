package de.stadttor.forms;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryEditions implements Editions {

    private final Table<Id, Edition> editions;

    public InMemoryEditions(InMemoryDatabase database) {
        this.editions = new Table<>(database);
    }

    @Override
    public Flux<Edition> newest(@Nullable String after, int limit) {
        return editions.select(rows -> rows.values().stream()
                .filter(edition -> edition.equals(newest(rows, edition.form().key())))
                .filter(edition -> after == null || edition.form().key().compareTo(after) > 0)
                .sorted(comparing(edition -> edition.form().key()))
                .limit(limit));
    }

    @Override
    public Flux<Edition> of(String key, @Nullable Integer below, int limit) {
        return editions.select(rows -> versions(rows, key).stream()
                .filter(edition -> below == null || edition.form().version() < below)
                .limit(limit));
    }

    @Override
    public Mono<Edition> find(String key, @Nullable Integer version) {
        return editions.ask(rows -> version == null ? newest(rows, key) : rows.get(new Id(key, version)));
    }

    @Override
    public Mono<Boolean> add(Edition edition, Instant olderUntil) {
        return editions.writing(rows -> {
            Form form = edition.form();
            Edition newest = newest(rows, form.key());
            if (form.version() != 1 + (newest == null ? 0 : newest.form().version())) {
                return false;
            }
            end(rows, form.key(), olderUntil);
            rows.put(Id.of(edition), edition);
            return true;
        });
    }

    @Override
    public Mono<Void> end(String key, Instant at) {
        return editions.writing(rows -> {
                    end(rows, key, at);
                    return true;
                })
                .then();
    }

    @Override
    public Mono<Void> reopen(String key) {
        return editions.writing(rows -> {
                    Edition newest = newest(rows, key);
                    if (newest != null) {
                        rows.put(Id.of(newest), ending(newest, null));
                    }
                    return true;
                })
                .then();
    }

    private static void end(Map<Id, Edition> rows, String key, Instant at) {
        versions(rows, key).stream()
                .filter(edition -> edition.form().accepts(at))
                .forEach(edition -> rows.put(Id.of(edition), ending(edition, at)));
    }

    private static List<Edition> versions(Map<Id, Edition> rows, String key) {
        return rows.values().stream()
                .filter(edition -> edition.form().key().equals(key))
                .sorted(comparing((Edition edition) -> edition.form().version()).reversed())
                .toList();
    }

    private static @Nullable Edition newest(Map<Id, Edition> rows, String key) {
        return versions(rows, key).stream().findFirst().orElse(null);
    }

    private static Edition ending(Edition edition, @Nullable Instant end) {
        Form form = edition.form();
        return new Edition(
                new Form(
                        form.key(),
                        form.version(),
                        form.schema(),
                        form.example(),
                        form.levels(),
                        form.queue(),
                        form.texts(),
                        form.page(),
                        form.retention(),
                        form.serviceKey(),
                        end),
                edition.madeAt(),
                edition.madeBy());
    }

    private record Id(String key, int version) {

        static Id of(Edition edition) {
            return new Id(edition.form().key(), edition.form().version());
        }
    }
}
