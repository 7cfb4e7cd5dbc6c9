package de.stadttor.signing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Instant;
import java.util.Comparator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryKeyStore implements KeyStore {

    private final Table<Integer, Locked> keys;

    public InMemoryKeyStore(InMemoryDatabase database) {
        this.keys = new Table<>(database);
    }

    @Override
    public Flux<Locked> all() {
        return keys.select(rows -> rows.values().stream()
                .sorted(Comparator.comparingInt(key -> key.term().generation())));
    }

    @Override
    public Mono<Void> add(Locked key) {
        return keys.write(rows -> rows.putIfAbsent(key.term().generation(), key));
    }

    @Override
    public Mono<Long> forget(Instant signingBefore) {
        return keys.writing(rows -> {
            long before = rows.size();
            rows.values().removeIf(key -> key.term().signsFrom().isBefore(signingBefore));
            return before - rows.size();
        });
    }
}
