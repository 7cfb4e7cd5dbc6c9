package de.stadttor.store.guests;

import static de.stadttor.store.Columns.utc;

import de.stadttor.guests.GuestAccess;
import de.stadttor.people.CitizenId;
import de.stadttor.people.GuestSession;
import de.stadttor.store.Columns;
import de.stadttor.store.Rows;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcGuestAccess implements GuestAccess {

    private final DatabaseClient database;

    R2dbcGuestAccess(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> addLinks(List<Link> links) {
        return Rows.of(
                        "INSERT INTO access_link (token_hash, ticket, guest, expires_at, revoked) VALUES %s",
                        links.stream().map(R2dbcGuestAccess::row).toList())
                .write(database);
    }

    private static Object[] row(Link link) {
        return new Object[] {
            link.tokenHash(), link.ticket().value(), link.guest().value(), utc(link.expiresAt()), link.revoked()
        };
    }

    @Override
    public Mono<Link> link(String tokenHash) {
        return database.sql("SELECT * FROM access_link WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .map(row -> new Link(
                        Columns.text(row, "token_hash"),
                        new TicketId(Columns.uuid(row, "ticket")),
                        new CitizenId(Columns.uuid(row, "guest")),
                        Columns.instant(row, "expires_at"),
                        Columns.flag(row, "revoked")))
                .one();
    }

    @Override
    public Mono<Long> revoke(TicketId ticket) {
        return database.sql("UPDATE access_link SET revoked = TRUE WHERE ticket = :ticket AND NOT revoked")
                .bind("ticket", ticket.value())
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Void> addSession(Session session) {
        return database.sql("""
            INSERT INTO guest_session (id, token_hash, link_hash, guest, expires_at)
            VALUES (:id, :hash, :link, :guest, :expires)
            """)
                .bind("id", session.id().id())
                .bind("hash", session.tokenHash())
                .bind("link", session.linkHash())
                .bind("guest", session.guest().value())
                .bind("expires", utc(session.expiresAt()))
                .then();
    }

    @Override
    public Mono<Session> session(String tokenHash) {
        return database.sql("SELECT * FROM guest_session WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .map(row -> new Session(
                        new GuestSession(Columns.uuid(row, "id")),
                        Columns.text(row, "token_hash"),
                        Columns.text(row, "link_hash"),
                        new CitizenId(Columns.uuid(row, "guest")),
                        Columns.instant(row, "expires_at")))
                .one();
    }

    @Override
    public Mono<Boolean> lives(GuestSession session, Instant now) {
        return database.sql("""
            SELECT COUNT(*) AS living
              FROM guest_session s
              JOIN access_link l ON l.token_hash = s.link_hash
             WHERE s.id = :id AND s.expires_at > :now AND NOT l.revoked
            """)
                .bind("id", session.id())
                .bind("now", utc(now))
                .map(row -> Columns.number(row, "living") == 1)
                .one();
    }

    @Override
    public Mono<Void> end(GuestSession session) {
        return database.sql("DELETE FROM guest_session WHERE id = :id")
                .bind("id", session.id())
                .then();
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return database.sql("DELETE FROM guest_session WHERE expires_at < :now")
                .bind("now", utc(now))
                .fetch()
                .rowsUpdated();
    }
}
