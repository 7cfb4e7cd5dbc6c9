package de.stadttor.sorting;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemorySortings implements Sortings {

    private final Table<String, Sorting> sortings;

    public InMemorySortings(InMemoryDatabase database) {
        this.sortings = new Table<>(database);
    }

    @Override
    public Mono<Sorting> find(String mailbox) {
        return sortings.ask(rows -> rows.get(mailbox));
    }

    @Override
    public Flux<Sorting> list(@Nullable String after, int limit) {
        return sortings.select(rows -> rows.values().stream()
                .filter(sorting -> after == null || sorting.mailbox().compareTo(after) > 0)
                .sorted(comparing(Sorting::mailbox))
                .limit(limit));
    }

    @Override
    public Mono<Boolean> put(Sorting sorting) {
        return sortings.writing(rows -> {
            var stored = rows.get(sorting.mailbox());
            boolean next = sorting.version() == 1 + (stored == null ? 0 : stored.version());
            if (next) {
                rows.put(sorting.mailbox(), sorting);
            }
            return next;
        });
    }

    @Override
    public Mono<Boolean> remove(String mailbox, long version) {
        return sortings.writing(rows -> {
            var stored = rows.get(mailbox);
            return stored != null && stored.version() == version && rows.remove(mailbox, stored);
        });
    }
}
