package de.stadttor.idempotency;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import reactor.core.publisher.Mono;

public final class InMemoryRequestKeys implements RequestKeys {

    private final Table<String, Taken> taken;
    private final Clock clock;

    public InMemoryRequestKeys(InMemoryDatabase database, Clock clock) {
        this.taken = new Table<>(database);
        this.clock = clock;
    }

    @Override
    public Mono<Void> take(RequestKey key, UUID result) {
        return taken.write(rows -> {
            if (rows.putIfAbsent(hash(key), new Taken(result, key.fingerprint(), clock.instant())) != null) {
                throw new KeyTaken();
            }
        });
    }

    @Override
    public Mono<Taken> find(RequestKey key) {
        return taken.ask(rows -> rows.get(hash(key)));
    }

    private static String hash(RequestKey key) {
        return HexFormat.of().formatHex(key.hash());
    }
}
