package de.stadttor.store.calls;

import static de.stadttor.store.Columns.utc;
import static java.util.Comparator.comparing;

import de.stadttor.calls.Call;
import de.stadttor.calls.CallEvent;
import de.stadttor.calls.CallId;
import de.stadttor.calls.Calls;
import de.stadttor.calls.Piece;
import de.stadttor.calls.Turn;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.store.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcCalls implements Calls {

    private static final String HOLD = "INSERT INTO phone_call (" + CallRows.COLUMNS
            + ") VALUES %s ON DUPLICATE KEY UPDATE id = VALUES(id) RETURNING " + CallRows.COLUMNS;

    /** Not REPLACE, which would write each row and all its indexes anew and lock their gaps against other calls. */
    private static final String STORE =
            "INSERT INTO phone_call (" + CallRows.COLUMNS + ") VALUES %s ON DUPLICATE KEY UPDATE " + CallRows.REWRITTEN;

    private static final String ADD_EVENTS =
            "INSERT INTO phone_call_event (phone_call, mark, body) VALUES %s ON DUPLICATE KEY UPDATE mark = mark";

    private static final String PUT_PIECES =
            "REPLACE INTO phone_call_piece (phone_call, number, revision, fingerprint, turns) VALUES %s";

    private final DatabaseClient database;

    R2dbcCalls(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Call> find(CallId id) {
        return database.sql("SELECT * FROM phone_call WHERE id = :id")
                .bind("id", id.uuid())
                .map(CallRows::call)
                .one();
    }

    @Override
    public Flux<Call.History> hold(Collection<CallId> ids, Instant now) {
        List<Object[]> rows = ids.stream()
                .distinct()
                .sorted(comparing(CallId::uuid))
                .map(id -> CallRows.values(Call.History.none(id, now).call()))
                .toList();
        return Rows.of(HOLD, rows)
                .returning(database, CallRows::call)
                .collectList()
                .flatMapMany(this::histories);
    }

    private Flux<Call.History> histories(List<Call> held) {
        if (held.isEmpty()) {
            return Flux.empty();
        }
        List<UUID> ids = held.stream().map(call -> call.id().uuid()).toList();
        return Mono.zip(events(ids), pieces(ids))
                .flatMapIterable(both -> held.stream()
                        .map(call -> new Call.History(
                                call,
                                List.copyOf(both.getT1().getOrDefault(call.id().uuid(), List.of())),
                                List.copyOf(both.getT2().getOrDefault(call.id().uuid(), List.of()))))
                        .toList());
    }

    private Mono<Map<UUID, Collection<CallEvent>>> events(List<UUID> calls) {
        return database.sql("SELECT phone_call, body FROM phone_call_event WHERE phone_call IN (:calls)")
                .bind("calls", calls)
                .map(row -> Map.entry(
                        Columns.uuid(row, "phone_call"), Json.read(Columns.text(row, "body"), CallEvent.class)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<UUID, Collection<Piece.Head>>> pieces(List<UUID> calls) {
        return database.sql("""
            SELECT phone_call, number, revision, fingerprint, turns IS NULL AS written
              FROM phone_call_piece
             WHERE phone_call IN (:calls)
            """)
                .bind("calls", calls)
                .map(row -> Map.entry(Columns.uuid(row, "phone_call"), head(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Piece.Head head(Readable row) {
        return new Piece.Head(
                Math.toIntExact(Columns.number(row, "number")),
                Math.toIntExact(Columns.number(row, "revision")),
                Columns.text(row, "fingerprint"),
                Columns.flag(row, "written"));
    }

    @Override
    public Mono<Void> add(List<News> news) {
        return Rows.of(ADD_EVENTS, events(news))
                .write(database)
                .then(Rows.of(PUT_PIECES, pieces(news)).write(database));
    }

    @Override
    public Mono<Void> write(List<Call> calls) {
        return Rows.of(STORE, calls.stream().map(CallRows::values).toList()).write(database);
    }

    private static List<Object[]> events(Collection<News> news) {
        return news.stream()
                .flatMap(call -> call.events().stream().map(event ->
                        new Object[] {call.call().uuid(), HexFormat.of().parseHex(event.mark()), Json.write(event)}))
                .toList();
    }

    private static List<Object[]> pieces(Collection<News> news) {
        return news.stream()
                .flatMap(call -> call.pieces().stream().map(piece -> new Object[] {
                    call.call().uuid(), piece.number(), piece.revision(), piece.fingerprint(), Json.write(piece.turns())
                }))
                .toList();
    }

    @Override
    public Flux<Piece> words(CallId id) {
        return database.sql("""
            SELECT number, revision, fingerprint, turns
              FROM phone_call_piece
             WHERE phone_call = :id AND turns IS NOT NULL
             ORDER BY number
            """)
                .bind("id", id.uuid())
                .map(row -> new Piece(
                        Math.toIntExact(Columns.number(row, "number")),
                        Math.toIntExact(Columns.number(row, "revision")),
                        Columns.text(row, "fingerprint"),
                        List.of(Json.read(Columns.text(row, "turns"), Turn[].class))))
                .all();
    }

    @Override
    public Mono<Void> forgetWords(CallId id, boolean written) {
        String forget = written
                ? "UPDATE phone_call_piece SET turns = NULL WHERE phone_call = :id"
                : "DELETE FROM phone_call_piece WHERE phone_call = :id AND turns IS NOT NULL";
        return database.sql(forget).bind("id", id.uuid()).then();
    }

    @Override
    public Flux<CallId> overdue(Instant now, int limit) {
        return database.sql("SELECT name FROM phone_call WHERE check_at <= :now ORDER BY check_at LIMIT :limit")
                .bind("now", utc(now))
                .bind("limit", limit)
                .map(row -> new CallId(Columns.text(row, "name")))
                .all();
    }

    @Override
    public Flux<Call> toCallBack(@Nullable Set<String> queues, @Nullable Place after, int limit) {
        if (queues != null && queues.isEmpty()) {
            return Flux.empty();
        }
        String within = queues == null ? "" : "AND call_back_queue IN (:queues)";
        var query = database.sql("""
            SELECT * FROM phone_call
             WHERE call_back_by IS NOT NULL AND (call_back_by, name) > (:by, :name) %s
             ORDER BY call_back_by, name
             LIMIT :limit
            """.formatted(within))
                .bind("by", utc(after == null ? Instant.EPOCH : after.by()))
                .bind("name", after == null ? "" : after.call())
                .bind("limit", limit);
        return (queues == null ? query : query.bind("queues", queues))
                .map(CallRows::call)
                .all();
    }

    @Override
    public Mono<Void> expire(Instant before, Instant now) {
        return forgetOld("phone_call_event", before)
                .then(forgetOld("phone_call_piece", before))
                .then(database.sql("DELETE FROM phone_call WHERE heard_at < :before")
                        .bind("before", utc(before))
                        .then())
                .then(database.sql("""
                    UPDATE phone_call SET recording = NULL, recording_until = NULL WHERE recording_until < :now
                    """).bind("now", utc(now)).then());
    }

    private Mono<Void> forgetOld(String table, Instant before) {
        return database.sql("""
            DELETE part FROM %s part JOIN phone_call owner ON owner.id = part.phone_call
             WHERE owner.heard_at < :before
            """.formatted(Objects.requireNonNull(table)))
                .bind("before", utc(before))
                .then();
    }
}
