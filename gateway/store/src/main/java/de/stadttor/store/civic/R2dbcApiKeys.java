package de.stadttor.store.civic;

import de.stadttor.civic.ApiKey;
import de.stadttor.civic.ApiKeys;
import de.stadttor.store.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcApiKeys implements ApiKeys {

    private static final UUID FIRST = new UUID(0, 0);

    private final DatabaseClient database;

    R2dbcApiKeys(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(ApiKey key, byte[] hash) {
        return database.sql("""
            INSERT INTO civic_api_key (id, hash, name, created_at, revoked_at)
            VALUES (:id, :hash, :name, :created, NULL)
            """)
                .bind("id", key.id())
                .bind("hash", hash)
                .bind("name", key.name())
                .bind("created", Columns.utc(key.createdAt()))
                .then();
    }

    @Override
    public Mono<ApiKey> find(byte[] hash) {
        return database.sql("SELECT * FROM civic_api_key WHERE hash = :hash AND revoked_at IS NULL")
                .bind("hash", hash)
                .map(R2dbcApiKeys::key)
                .one();
    }

    @Override
    public Mono<ApiKey> find(UUID id) {
        return database.sql("SELECT * FROM civic_api_key WHERE id = :id")
                .bind("id", id)
                .map(R2dbcApiKeys::key)
                .one();
    }

    @Override
    public Flux<ApiKey> list(@Nullable UUID after, int limit) {
        return database.sql("SELECT * FROM civic_api_key WHERE id > :after ORDER BY id LIMIT :limit")
                .bind("after", Objects.requireNonNullElse(after, FIRST))
                .bind("limit", limit)
                .map(R2dbcApiKeys::key)
                .all();
    }

    /** An update that changes nothing counts no row. */
    @Override
    public Mono<Boolean> revoke(UUID id, Instant at) {
        return database.sql("UPDATE civic_api_key SET revoked_at = COALESCE(revoked_at, :at) WHERE id = :id")
                .bind("at", Columns.utc(at))
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .hasElement()
                .flatMap(changed -> changed ? Mono.just(true) : find(id).hasElement());
    }

    private static ApiKey key(Readable row) {
        return new ApiKey(
                Columns.uuid(row, "id"),
                Columns.text(row, "name"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "revoked_at"));
    }
}
