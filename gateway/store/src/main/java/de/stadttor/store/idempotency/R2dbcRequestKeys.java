package de.stadttor.store.idempotency;

import static de.stadttor.store.Columns.utc;

import de.stadttor.idempotency.KeyTaken;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.store.Columns;
import de.stadttor.store.Races;
import de.stadttor.store.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A second insert of a key waits for the first one's transaction, and then fails or goes through. */
@Component
final class R2dbcRequestKeys implements RequestKeys {

    private static final String TAKE = """
        INSERT INTO request_key (id, fingerprint, result, at) VALUES %s
            ON DUPLICATE KEY UPDATE id = id
        RETURNING id, result
        """;

    private static final Comparator<Object[]> BY_HASH =
            (one, other) -> Arrays.compareUnsigned((byte[]) one[0], (byte[]) other[0]);

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

    /**
     * In the order of their hashes, so that two transactions never wait for each other. A duplicate is no error here:
     * the row tells whose the key is.
     */
    @Override
    public Mono<Set<UUID>> takeAll(Map<UUID, List<RequestKey>> wanted) {
        return Mono.defer(() -> {
            var now = utc(clock.instant());
            List<Object[]> rows = wanted.entrySet().stream()
                    .flatMap(each -> each.getValue().stream()
                            .map(key -> new Object[] {key.hash(), key.fingerprint(), each.getKey(), now}))
                    .sorted(BY_HASH)
                    .toList();
            return Rows.of(TAKE, rows)
                    .returning(database, row -> Columns.uuid(row, "result"))
                    .collectList()
                    .flatMap(owners -> sorted(wanted, rows, owners));
        });
    }

    @Override
    public Mono<Map<UUID, UUID>> share(Map<UUID, RequestKey> wanted) {
        return Mono.defer(() -> {
            var now = utc(clock.instant());
            List<Object[]> rows = wanted.entrySet().stream()
                    .map(each -> new Object[] {
                        each.getValue().hash(), each.getValue().fingerprint(), each.getKey(), now
                    })
                    .sorted(BY_HASH)
                    .toList();
            return Rows.of(TAKE, rows)
                    .returning(database, row -> Columns.uuid(row, "result"))
                    .collectList()
                    .map(owners -> IntStream.range(0, owners.size())
                            .boxed()
                            .collect(Collectors.toMap(i -> (UUID) rows.get(i)[2], owners::get)));
        });
    }

    @Override
    public Mono<Void> forget(RequestKey key, Instant before) {
        return database.sql("DELETE FROM request_key WHERE id = :id AND at < :before")
                .bind("id", key.hash())
                .bind("before", utc(before))
                .then();
    }

    /** Gives back what those have taken who did not get everything. */
    private Mono<Set<UUID>> sorted(Map<UUID, List<RequestKey>> wanted, List<Object[]> rows, List<UUID> owners) {
        Set<UUID> won = new HashSet<>(wanted.keySet());
        for (int i = 0; i < owners.size(); i++) {
            if (!owners.get(i).equals(rows.get(i)[2])) {
                won.remove((UUID) rows.get(i)[2]);
            }
        }
        List<byte[]> back = IntStream.range(0, owners.size())
                .filter(i -> owners.get(i).equals(rows.get(i)[2]) && !won.contains(owners.get(i)))
                .mapToObj(i -> (byte[]) rows.get(i)[0])
                .toList();
        return (back.isEmpty() ? Mono.<Void>empty() : giveBack(back)).thenReturn(won);
    }

    private Mono<Void> giveBack(List<byte[]> keys) {
        return database.sql("DELETE FROM request_key WHERE id IN (:keys)")
                .bind("keys", keys)
                .then();
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
