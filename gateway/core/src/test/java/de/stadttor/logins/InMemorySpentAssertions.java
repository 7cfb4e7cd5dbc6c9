package de.stadttor.logins;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Instant;
import reactor.core.publisher.Mono;

public final class InMemorySpentAssertions implements SpentAssertions {

    private final Table<String, Instant> rows;

    public InMemorySpentAssertions(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Mono<Boolean> spend(String key, Instant until) {
        return rows.writing(all -> all.putIfAbsent(key, until) == null);
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return rows.writing(all -> {
            long before = all.size();
            all.values().removeIf(until -> !until.isAfter(now));
            return before - all.size();
        });
    }
}
