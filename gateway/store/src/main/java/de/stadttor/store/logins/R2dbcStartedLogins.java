package de.stadttor.store.logins;

import static de.stadttor.store.Columns.utc;

import de.stadttor.logins.StartedLogin;
import de.stadttor.logins.StartedLogins;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.store.Columns;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcStartedLogins implements StartedLogins {

    /** What is kept at once: more than a city begins in a quarter of an hour, and some tens of megabytes. */
    static final int MOST = 50_000;

    private static final Duration COUNT_HOLDS = Duration.ofSeconds(1);

    private final DatabaseClient database;
    private final Mono<Boolean> room;

    R2dbcStartedLogins(DatabaseClient database) {
        this.database = database;
        this.room = Mono.defer(this::count)
                .cacheInvalidateWhen(_ -> Mono.delay(COUNT_HOLDS).then());
    }

    /** Counting takes milliseconds when there is much to count, so one count serves a second. */
    private Mono<Boolean> count() {
        return database.sql("SELECT COUNT(*) AS waiting FROM (SELECT 1 FROM started_login LIMIT " + MOST + ") AS some")
                .map(row -> Columns.number(row, "waiting") < MOST)
                .one();
    }

    @Override
    public Mono<Boolean> add(StartedLogin login) {
        return room.delayUntil(free -> free ? insert(login) : Mono.empty());
    }

    private Mono<Void> insert(StartedLogin login) {
        return database.sql("""
            INSERT INTO started_login
                   (login_key, request_id, profile, level, requested_at, expires_at, browser, return_to, note)
            VALUES (:key, :request, :profile, :level, :requested, :expires, :browser, :returnTo, :note)
            """)
                .bind("key", login.key())
                .bind("request", login.requestId())
                .bind("profile", login.profile())
                .bind("level", login.level().code())
                .bind("requested", utc(login.requestedAt()))
                .bind("expires", utc(login.expiresAt()))
                .bind("browser", login.browser())
                .bind("returnTo", login.returnTo())
                .bind("note", login.note())
                .then();
    }

    @Override
    public Mono<StartedLogin> take(String key, Instant now) {
        return database.sql("DELETE FROM started_login WHERE login_key = :key RETURNING *")
                .bind("key", key)
                .map(R2dbcStartedLogins::login)
                .one()
                .filter(login -> now.isBefore(login.expiresAt()));
    }

    @Override
    public Mono<Void> forget(String browser) {
        return database.sql("DELETE FROM started_login WHERE browser = :browser")
                .bind("browser", browser)
                .then();
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return database.sql("DELETE FROM started_login WHERE expires_at <= :now")
                .bind("now", utc(now))
                .fetch()
                .rowsUpdated();
    }

    private static StartedLogin login(Readable row) {
        return new StartedLogin(
                Columns.text(row, "login_key"),
                Columns.text(row, "request_id"),
                Columns.text(row, "profile"),
                AssuranceLevel.of(Columns.text(row, "level")),
                Columns.instant(row, "requested_at"),
                Columns.instant(row, "expires_at"),
                Columns.text(row, "browser"),
                Columns.text(row, "return_to"),
                Columns.text(row, "note"));
    }
}
