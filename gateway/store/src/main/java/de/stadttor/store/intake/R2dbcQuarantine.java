package de.stadttor.store.intake;

import static de.stadttor.store.Columns.instant;
import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.text;
import static de.stadttor.store.Columns.utc;
import static de.stadttor.store.Columns.uuid;

import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.Quarantine;
import de.stadttor.store.Columns;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcQuarantine implements Quarantine {

    private static final int LONGEST_BODY = 1024 * 1024;
    private static final int MOST_PER_CLIENT_AND_DAY = 1000;
    private static final UUID LAST = new UUID(-1L, -1L);

    private final DatabaseClient database;
    private final UnitOfWork unitOfWork;

    R2dbcQuarantine(DatabaseClient database, UnitOfWork unitOfWork) {
        this.database = database;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Mono<Void> keep(Entry entry) {
        return unitOfWork.commit(() -> share(entry)
                .filter(kept -> kept < MOST_PER_CLIENT_AND_DAY)
                .flatMap(_ -> replace(entry).then(insert(entry)).then(addKeys(entry))));
    }

    @Override
    public Mono<Void> close(Map<TicketId, List<RequestKey>> keys) {
        List<byte[]> all = keys.values().stream()
                .flatMap(List::stream)
                .map(RequestKey::hash)
                .toList();
        return all.isEmpty()
                ? Mono.empty()
                : anyOpen(all)
                        .flatMap(_ -> Flux.fromIterable(keys.entrySet())
                                .concatMap(each -> closeAll(each.getValue(), each.getKey()))
                                .then());
    }

    /** Empty when there is nothing to close, as nearly always: one question for all then is enough. */
    private Mono<UUID> anyOpen(List<byte[]> keys) {
        return database.sql("SELECT entry FROM quarantine_key WHERE request_key IN (:keys) LIMIT 1")
                .bind("keys", keys)
                .map(row -> uuid(row, "entry"))
                .one();
    }

    private Mono<Void> closeAll(Collection<RequestKey> keys, TicketId ticket) {
        return keys.isEmpty()
                ? Mono.empty()
                : database.sql("""
                    UPDATE quarantine q
                      JOIN quarantine_key k ON k.entry = q.id
                       SET q.closed_by = :ticket
                     WHERE k.request_key IN (:keys) AND q.closed_by IS NULL
                    """)
                        .bind("ticket", ticket.value())
                        .bind("keys", keys.stream().map(RequestKey::hash).toList())
                        .then();
    }

    @Override
    public Flux<Entry> list(@Nullable UUID before, int limit) {
        return database.sql("""
            SELECT id, client, idempotency_key, form, received_at, expires_at, reason, '' AS body, closed_by
              FROM quarantine
             WHERE id < :before
             ORDER BY id DESC
             LIMIT :limit
            """)
                .bind("before", before == null ? LAST : before)
                .bind("limit", limit)
                .map(R2dbcQuarantine::entry)
                .all();
    }

    @Override
    public Mono<Entry> find(UUID id) {
        return database.sql("SELECT * FROM quarantine WHERE id = :id")
                .bind("id", id)
                .map(R2dbcQuarantine::entry)
                .one();
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return database.sql("""
            DELETE q, k FROM quarantine q LEFT JOIN quarantine_key k ON k.entry = q.id
             WHERE q.expires_at < :now
            """).bind("now", utc(now)).fetch().rowsUpdated();
    }

    private Mono<Long> share(Entry entry) {
        return database.sql("SELECT COUNT(*) AS kept FROM quarantine WHERE client = :client AND received_at > :since")
                .bind("client", entry.client())
                .bind("since", utc(entry.receivedAt().minus(Duration.ofDays(1))))
                .map(row -> Columns.number(row, "kept"))
                .one();
    }

    private Mono<Void> replace(Entry entry) {
        return entry.keys().isEmpty()
                ? Mono.empty()
                : database.sql("""
                    DELETE q, k FROM quarantine q JOIN quarantine_key k ON k.entry = q.id
                     WHERE k.request_key IN (:keys) AND q.closed_by IS NULL
                    """)
                        .bind(
                                "keys",
                                entry.keys().stream().map(RequestKey::hash).toList())
                        .then();
    }

    private Mono<Void> insert(Entry entry) {
        String body = entry.body();
        return database.sql("""
            INSERT INTO quarantine
                   (id, client, idempotency_key, form, received_at, expires_at, reason, body)
            VALUES (:id, :client, :key, :form, :received, :expires, :reason, :body)
            """)
                .bind("id", entry.id())
                .bind("client", entry.client())
                .bind("key", nullable(entry.idempotencyKey(), String.class))
                .bind("form", nullable(entry.form(), String.class))
                .bind("received", utc(entry.receivedAt()))
                .bind("expires", utc(entry.expiresAt()))
                .bind("reason", entry.reason())
                .bind("body", body.length() <= LONGEST_BODY ? body : body.substring(0, LONGEST_BODY))
                .then();
    }

    private Mono<Void> addKeys(Entry entry) {
        return Flux.fromIterable(entry.keys())
                .concatMap(key -> database.sql("INSERT INTO quarantine_key (request_key, entry) VALUES (:key, :entry)")
                        .bind("key", key.hash())
                        .bind("entry", entry.id())
                        .then())
                .then();
    }

    private static Entry entry(Readable row) {
        UUID closedBy = row.get("closed_by", UUID.class);
        return new Entry(
                uuid(row, "id"),
                List.of(),
                text(row, "client"),
                row.get("idempotency_key", String.class),
                row.get("form", String.class),
                instant(row, "received_at"),
                instant(row, "expires_at"),
                text(row, "reason"),
                text(row, "body"),
                closedBy == null ? null : new TicketId(closedBy));
    }
}
