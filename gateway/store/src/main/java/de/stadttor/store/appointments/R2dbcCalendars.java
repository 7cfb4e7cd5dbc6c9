package de.stadttor.store.appointments;

import de.stadttor.calendar.Availability;
import de.stadttor.calendar.CalendarChange;
import de.stadttor.calendar.Calendars;
import de.stadttor.calendar.Closure;
import de.stadttor.calendar.ScopeId;
import de.stadttor.calendar.Written;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcCalendars implements Calendars {

    private final DatabaseClient database;

    R2dbcCalendars(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> lock(ScopeId scope) {
        return database.sql("""
            INSERT INTO appointment_calendar (scope, changes) VALUES (:scope, 1)
                ON DUPLICATE KEY UPDATE changes = changes + 1
            """).bind("scope", scope.value()).then();
    }

    @Override
    public Flux<Availability> availabilities(ScopeId scope) {
        return database.sql(
                        "SELECT id, scope, body, version FROM appointment_availability WHERE scope = :scope ORDER BY"
                                + " id")
                .bind("scope", scope.value())
                .map(R2dbcCalendars::availability)
                .all();
    }

    @Override
    public Mono<Void> put(Availability availability) {
        return database.sql("""
            INSERT INTO appointment_availability (id, scope, body, version) VALUES (:id, :scope, :body, :version)
                ON DUPLICATE KEY UPDATE body = VALUES(body), version = VALUES(version)
            """)
                .bind("id", availability.id())
                .bind("scope", availability.scope().value())
                .bind("body", Json.write(Written.of(availability)))
                .bind("version", availability.version())
                .then();
    }

    @Override
    public Mono<Void> remove(UUID availability) {
        return database.sql("DELETE FROM appointment_availability WHERE id = :id")
                .bind("id", availability)
                .then();
    }

    @Override
    public Flux<Closure> closures(ScopeId scope, LocalDate from) {
        return database.sql("""
            SELECT scope, day, reason FROM appointment_closure WHERE scope = :scope AND day >= :from ORDER BY day
            """)
                .bind("scope", scope.value())
                .bind("from", from)
                .map(row -> new Closure(
                        scope, Objects.requireNonNull(row.get("day", LocalDate.class)), Columns.text(row, "reason")))
                .all();
    }

    @Override
    public Mono<Void> close(Closure closure) {
        return database.sql("""
            INSERT INTO appointment_closure (scope, day, reason) VALUES (:scope, :day, :reason)
                ON DUPLICATE KEY UPDATE reason = VALUES(reason)
            """)
                .bind("scope", closure.scope().value())
                .bind("day", closure.day())
                .bind("reason", closure.reason())
                .then();
    }

    @Override
    public Mono<Void> reopen(ScopeId scope, LocalDate day) {
        return database.sql("DELETE FROM appointment_closure WHERE scope = :scope AND day = :day")
                .bind("scope", scope.value())
                .bind("day", day)
                .then();
    }

    @Override
    public Mono<Void> note(CalendarChange change) {
        return database.sql("""
            INSERT INTO appointment_calendar_change (id, scope, what, subject, before_body, after_body, made_by, at)
            VALUES (:id, :scope, :what, :subject, :before, :after, :by, :at)
            """)
                .bind("id", change.id())
                .bind("scope", change.scope().value())
                .bind("what", change.what())
                .bind("subject", change.subject())
                .bind("before", Json.write(change.before()))
                .bind("after", Json.write(change.after()))
                .bind("by", change.by())
                .bind("at", Columns.utc(change.at()))
                .then();
    }

    @Override
    public Flux<CalendarChange> changes(ScopeId scope, @Nullable UUID before, int limit) {
        String earlier = before == null ? "" : "AND id < :before";
        var query = database.sql("""
            SELECT * FROM appointment_calendar_change WHERE scope = :scope %s ORDER BY id DESC LIMIT :limit
            """.formatted(earlier))
                .bind("scope", scope.value())
                .bind("limit", limit);
        return (before == null ? query : query.bind("before", before))
                .map(row -> change(row, scope))
                .all();
    }

    private static Availability availability(Readable row) {
        return Written.read(
                Columns.uuid(row, "id"),
                new ScopeId(Math.toIntExact(Columns.number(row, "scope"))),
                Json.codes(Columns.text(row, "body")),
                Columns.number(row, "version"));
    }

    private static CalendarChange change(Readable row, ScopeId scope) {
        return new CalendarChange(
                Columns.uuid(row, "id"),
                scope,
                Columns.text(row, "what"),
                Columns.text(row, "subject"),
                Json.codes(Columns.text(row, "before_body")),
                Json.codes(Columns.text(row, "after_body")),
                Columns.text(row, "made_by"),
                Columns.instant(row, "at"));
    }
}
