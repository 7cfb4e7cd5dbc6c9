package de.stadttor.store.signing;

import static de.stadttor.store.Columns.utc;

import de.stadttor.signing.KeyStore;
import de.stadttor.signing.KeyTerm;
import de.stadttor.store.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcKeyStore implements KeyStore {

    private final DatabaseClient database;

    R2dbcKeyStore(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Locked> all() {
        return database.sql("SELECT * FROM signing_key ORDER BY generation")
                .map(R2dbcKeyStore::key)
                .all();
    }

    @Override
    public Mono<Void> add(Locked key) {
        return database.sql("""
            INSERT INTO signing_key (generation, content, announced_at, signs_from)
            VALUES (:generation, :content, :announced, :signs)
                ON DUPLICATE KEY UPDATE generation = generation
            """)
                .bind("generation", key.term().generation())
                .bind("content", key.content())
                .bind("announced", utc(key.term().announcedAt()))
                .bind("signs", utc(key.term().signsFrom()))
                .then();
    }

    @Override
    public Mono<Long> forget(Instant signingBefore) {
        return database.sql("DELETE FROM signing_key WHERE signs_from < :before")
                .bind("before", utc(signingBefore))
                .fetch()
                .rowsUpdated();
    }

    private static Locked key(Readable row) {
        return new Locked(
                new KeyTerm(
                        (int) Columns.number(row, "generation"),
                        Columns.instant(row, "announced_at"),
                        Columns.instant(row, "signs_from")),
                Objects.requireNonNull(row.get("content", byte[].class), "content"));
    }
}
