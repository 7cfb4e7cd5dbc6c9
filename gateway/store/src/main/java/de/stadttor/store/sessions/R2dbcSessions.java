package de.stadttor.store.sessions;

import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.utc;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import de.stadttor.sessions.SessionSecret;
import de.stadttor.sessions.Sessions;
import de.stadttor.store.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcSessions implements Sessions {

    private final DatabaseClient database;

    R2dbcSessions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Session> find(SessionId id) {
        return database.sql("SELECT * FROM login_session WHERE id = :id")
                .bind("id", id.value())
                .map(R2dbcSessions::session)
                .one();
    }

    @Override
    public Mono<Session> bySecret(SessionSecret secret) {
        return database.sql("SELECT * FROM login_session WHERE secret_hash = :hash")
                .bind("hash", secret.hash())
                .map(R2dbcSessions::session)
                .one();
    }

    @Override
    public Mono<Void> start(Session session, SessionSecret secret) {
        return proven(database.sql("""
            INSERT INTO login_session
                   (id, secret_hash, citizen, profile, reached, name, authenticated_at, started_at, last_used_at, ends_at)
            VALUES (:id, :hash, :citizen, :profile, :reached, :name, :authenticated, :started, :used, :ends)
            """), session, secret)
                .bind("citizen", session.citizen().value())
                .bind("started", utc(session.startedAt()))
                .then();
    }

    @Override
    public Mono<Boolean> raise(Session session, SessionSecret secret) {
        return proven(database.sql("""
            UPDATE login_session
               SET secret_hash = :hash, profile = :profile, reached = :reached, name = :name,
                   authenticated_at = :authenticated, last_used_at = :used, ends_at = :ends
             WHERE id = :id
            """), session, secret).fetch().rowsUpdated().map(changed -> changed == 1);
    }

    @Override
    public Mono<Void> touch(Session session) {
        return used(database.sql("""
            UPDATE login_session
               SET reached = :reached, last_used_at = :used, ends_at = :ends
             WHERE id = :id AND authenticated_at = :authenticated AND last_used_at < :used
            """), session).then();
    }

    @Override
    public Mono<Void> end(SessionId id) {
        return database.sql("DELETE FROM login_session WHERE id = :id")
                .bind("id", id.value())
                .then();
    }

    @Override
    public Flux<Session> of(CitizenId citizen) {
        return database.sql("SELECT * FROM login_session WHERE citizen = :citizen ORDER BY id DESC")
                .bind("citizen", citizen.value())
                .map(R2dbcSessions::session)
                .all();
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return database.sql("DELETE FROM login_session WHERE ends_at <= :now")
                .bind("now", utc(now))
                .fetch()
                .rowsUpdated();
    }

    private static GenericExecuteSpec proven(GenericExecuteSpec statement, Session session, SessionSecret secret) {
        return used(statement, session)
                .bind("hash", secret.hash())
                .bind("profile", session.profile())
                .bind("name", nullable(session.name(), String.class));
    }

    private static GenericExecuteSpec used(GenericExecuteSpec statement, Session session) {
        return statement
                .bind("id", session.id().value())
                .bind("reached", session.reached().code())
                .bind("authenticated", utc(session.authenticatedAt()))
                .bind("used", utc(session.lastUsedAt()))
                .bind("ends", utc(session.endsAt()));
    }

    private static Session session(Readable row) {
        return new Session(
                new SessionId(Columns.uuid(row, "id")),
                new CitizenId(Columns.uuid(row, "citizen")),
                Columns.text(row, "profile"),
                AssuranceLevel.of(Columns.text(row, "reached")),
                Columns.instant(row, "authenticated_at"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "last_used_at"),
                row.get("name", String.class));
    }
}
