package de.stadttor.store.appointments;

import de.stadttor.calendar.Counter;
import de.stadttor.calendar.ScopeId;
import de.stadttor.calendar.Slot;
import de.stadttor.calendar.Slots;
import de.stadttor.store.Columns;
import de.stadttor.store.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One row to a slot; whoever takes a place updates the row, so that no two nodes can both have had the last one. */
@Component
final class R2dbcSlots implements Slots {

    private static final int ROWS_AT_ONCE = 500;

    private static final String OFFER = """
        INSERT INTO appointment_slot (scope, at, minutes, total, public_total, released_at) VALUES %s
            ON DUPLICATE KEY UPDATE total = VALUES(total), public_total = VALUES(public_total),
                                    released_at = VALUES(released_at)
        """;

    private final DatabaseClient database;

    R2dbcSlots(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Counter> between(ScopeId scope, Instant from, Instant until) {
        return between(List.of(scope), from, until).map(Owned::counter);
    }

    @Override
    public Flux<Owned> between(Collection<ScopeId> scopes, Instant from, Instant until) {
        return database.sql("""
            SELECT scope, at, minutes, total, public_total, booked, public_booked, released_at
              FROM appointment_slot
             WHERE scope IN (:scopes) AND at >= :from AND at < :until
             ORDER BY scope, at, minutes
            """)
                .bind("scopes", scopes.stream().map(ScopeId::value).toList())
                .bind("from", Columns.utc(from))
                .bind("until", Columns.utc(until))
                .map(R2dbcSlots::owned)
                .all();
    }

    @Override
    public Mono<Void> offer(ScopeId scope, List<Slot> slots) {
        return Flux.fromIterable(slots)
                .map(slot -> new Object[] {
                    scope.value(),
                    Columns.utc(slot.key().at()),
                    slot.key().minutes(),
                    slot.total(),
                    slot.publicTotal(),
                    Columns.utc(slot.releasedAt())
                })
                .buffer(ROWS_AT_ONCE)
                .concatMap(rows -> Rows.of(OFFER, rows).write(database))
                .then(removeEmpty(scope));
    }

    private Mono<Void> removeEmpty(ScopeId scope) {
        return database.sql("DELETE FROM appointment_slot WHERE scope = :scope AND total = 0 AND booked = 0")
                .bind("scope", scope.value())
                .then();
    }

    @Override
    public Mono<Boolean> take(ScopeId scope, List<Slot.Key> chain, Share share) {
        String sql = switch (share) {
            case PUBLIC -> """
                UPDATE appointment_slot SET booked = booked + 1, public_booked = public_booked + 1
                 WHERE scope = :scope AND at IN (:times) AND minutes = :minutes
                   AND booked < total AND public_booked < public_total
                 ORDER BY at
                """;
            case STAFF -> """
                UPDATE appointment_slot SET booked = booked + 1
                 WHERE scope = :scope AND at IN (:times) AND minutes = :minutes AND booked < total
                 ORDER BY at
                """;
        };
        return update(sql, scope, chain).map(rows -> rows == chain.size());
    }

    @Override
    public Mono<Void> give(ScopeId scope, List<Slot.Key> chain, Share share) {
        String sql = switch (share) {
            case PUBLIC -> """
                UPDATE appointment_slot SET booked = booked - 1, public_booked = public_booked - 1
                 WHERE scope = :scope AND at IN (:times) AND minutes = :minutes ORDER BY at
                """;
            case STAFF -> """
                UPDATE appointment_slot SET booked = booked - 1
                 WHERE scope = :scope AND at IN (:times) AND minutes = :minutes ORDER BY at
                """;
        };
        return update(sql, scope, chain).then();
    }

    private Mono<Long> update(String sql, ScopeId scope, List<Slot.Key> chain) {
        return database.sql(sql)
                .bind("scope", scope.value())
                .bind("times", chain.stream().map(key -> Columns.utc(key.at())).toList())
                .bind("minutes", chain.getFirst().minutes())
                .fetch()
                .rowsUpdated();
    }

    private static Owned owned(Readable row) {
        var key = new Slot.Key(Columns.instant(row, "at"), number(row, "minutes"));
        var slot =
                new Slot(key, number(row, "total"), number(row, "public_total"), Columns.instant(row, "released_at"));
        return new Owned(
                new ScopeId(number(row, "scope")),
                new Counter(slot, number(row, "booked"), number(row, "public_booked")));
    }

    private static int number(Readable row, String column) {
        return Math.toIntExact(Columns.number(row, column));
    }
}
