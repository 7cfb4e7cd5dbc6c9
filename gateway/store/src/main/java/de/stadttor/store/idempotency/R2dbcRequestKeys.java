package de.stadttor.store.idempotency;

import static de.stadttor.store.Columns.utc;

import de.stadttor.idempotency.KeyTaken;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.store.Columns;
import de.stadttor.store.Races;
import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A second insert of a key waits for the first one's transaction, and then fails or goes through. */
@Component
final class R2dbcRequestKeys implements RequestKeys {

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcRequestKeys(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Void> take(RequestKey key, UUID result) {
        return Mono.defer(() -> database.sql("""
            INSERT INTO request_key (id, fingerprint, result, at)
            VALUES (:id, :fingerprint, :result, :at)
            """)
                        .bind("id", key.hash())
                        .bind("fingerprint", key.fingerprint())
                        .bind("result", result)
                        .bind("at", utc(clock.instant()))
                        .then())
                .onErrorMap(Races::duplicate, _ -> new KeyTaken());
    }

    @Override
    public Mono<Taken> find(RequestKey key) {
        return database.sql("SELECT fingerprint, result, at FROM request_key WHERE id = :id")
                .bind("id", key.hash())
                .map(row -> new Taken(
                        Columns.uuid(row, "result"), Columns.text(row, "fingerprint"), Columns.instant(row, "at")))
                .one();
    }
}
