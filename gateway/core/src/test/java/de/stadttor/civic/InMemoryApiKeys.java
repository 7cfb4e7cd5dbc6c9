package de.stadttor.civic;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryApiKeys implements ApiKeys {

    private final Table<String, ApiKey> keys;

    public InMemoryApiKeys(InMemoryDatabase database) {
        this.keys = new Table<>(database);
    }

    @Override
    public Mono<Void> add(ApiKey key, byte[] hash) {
        return keys.write(rows -> rows.put(HexFormat.of().formatHex(hash), key));
    }

    @Override
    public Mono<ApiKey> find(byte[] hash) {
        return keys.ask(rows -> rows.get(HexFormat.of().formatHex(hash))).filter(key -> key.revokedAt() == null);
    }

    @Override
    public Mono<ApiKey> find(UUID id) {
        return keys.select(rows -> rows.values().stream())
                .filter(key -> key.id().equals(id))
                .next();
    }

    @Override
    public Flux<ApiKey> list(@Nullable UUID after, int limit) {
        return keys.select(rows -> rows.values().stream()
                .filter(key -> after == null || key.id().compareTo(after) > 0)
                .sorted(comparing(ApiKey::id))
                .limit(limit));
    }

    @Override
    public Mono<Boolean> revoke(UUID id, Instant at) {
        return keys.writing(rows -> rows.entrySet().stream()
                .filter(row -> row.getValue().id().equals(id))
                .findAny()
                .map(row -> row.setValue(revoked(row, at)) != null)
                .orElse(false));
    }

    private static ApiKey revoked(Map.Entry<String, ApiKey> row, Instant at) {
        ApiKey key = row.getValue();
        Instant first = key.revokedAt();
        return new ApiKey(key.id(), key.name(), key.createdAt(), first == null ? at : first);
    }
}
