package de.stadttor.store.grants;

import static de.stadttor.store.Columns.utc;

import de.stadttor.grants.Challenge;
import de.stadttor.grants.ClientId;
import de.stadttor.grants.Grant;
import de.stadttor.grants.GrantId;
import de.stadttor.grants.GrantStore;
import de.stadttor.people.CitizenId;
import de.stadttor.sessions.SessionId;
import de.stadttor.store.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who takes a code or token is decided by the row's lock: the second update waits, and then finds it taken. */
@Component
final class R2dbcGrantStore implements GrantStore {

    private final DatabaseClient database;

    R2dbcGrantStore(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Grant grant, Code code) {
        return insert(grant).then(insert(code));
    }

    private Mono<Void> insert(Grant grant) {
        return database.sql("""
            INSERT INTO oauth_grant (id, client, citizen, session, given_at, used_at)
            VALUES (:id, :client, :citizen, :session, :at, :at)
            """)
                .bind("id", grant.id().value())
                .bind("client", grant.client().value())
                .bind("citizen", grant.citizen().value())
                .bind("session", grant.session().value())
                .bind("at", utc(grant.at()))
                .then();
    }

    private Mono<Void> insert(Code code) {
        return database.sql("""
            INSERT INTO oauth_code (hash, grant_id, redirect, challenge, expires_at)
            VALUES (:hash, :grant, :redirect, :challenge, :expires)
            """)
                .bind("hash", code.hash())
                .bind("grant", code.grant().value())
                .bind("redirect", code.redirect())
                .bind("challenge", code.challenge().value())
                .bind("expires", utc(code.expiresAt()))
                .then();
    }

    @Override
    public Mono<Grant> find(GrantId id) {
        return database.sql("SELECT * FROM oauth_grant WHERE id = :id AND NOT revoked")
                .bind("id", id.value())
                .map(R2dbcGrantStore::grant)
                .one();
    }

    @Override
    public Mono<Code> code(String hash) {
        return database.sql("SELECT * FROM oauth_code WHERE hash = :hash")
                .bind("hash", hash)
                .map(row -> new Code(
                        hash,
                        new GrantId(Columns.uuid(row, "grant_id")),
                        Columns.text(row, "redirect"),
                        new Challenge(Columns.text(row, "challenge")),
                        Columns.instant(row, "expires_at")))
                .one();
    }

    @Override
    public Mono<GrantId> tokenOwner(String hash) {
        return database.sql("SELECT grant_id FROM oauth_refresh_token WHERE hash = :hash")
                .bind("hash", hash)
                .map(row -> new GrantId(Columns.uuid(row, "grant_id")))
                .one();
    }

    @Override
    public Mono<Boolean> takeCode(String hash, Instant now) {
        return take("UPDATE oauth_code SET taken_at = :now WHERE hash = :hash AND taken_at IS NULL", hash, now);
    }

    @Override
    public Mono<Boolean> takeToken(String hash, Instant now) {
        return take(
                "UPDATE oauth_refresh_token SET taken_at = :now WHERE hash = :hash AND taken_at IS NULL", hash, now);
    }

    private Mono<Boolean> take(String sql, String hash, Instant now) {
        return database.sql(sql)
                .bind("now", utc(now))
                .bind("hash", hash)
                .fetch()
                .rowsUpdated()
                .map(taken -> taken == 1);
    }

    @Override
    public Mono<Void> addToken(String hash, GrantId grant, Instant now) {
        Mono<Void> used = database.sql("UPDATE oauth_grant SET used_at = :now WHERE id = :id")
                .bind("now", utc(now))
                .bind("id", grant.value())
                .then();
        return used.then(database.sql("""
            INSERT INTO oauth_refresh_token (hash, grant_id, issued_at)
            VALUES (:hash, :grant, :now)
            """)
                .bind("hash", hash)
                .bind("grant", grant.value())
                .bind("now", utc(now))
                .then());
    }

    @Override
    public Mono<Void> revoke(GrantId id) {
        return database.sql("UPDATE oauth_grant SET revoked = TRUE WHERE id = :id")
                .bind("id", id.value())
                .then();
    }

    @Override
    public Mono<Long> expire(Instant before) {
        return delete(
                        "DELETE c FROM oauth_code c JOIN oauth_grant g ON g.id = c.grant_id WHERE g.used_at < :before",
                        before)
                .then(delete(
                        "DELETE t FROM oauth_refresh_token t JOIN oauth_grant g ON g.id = t.grant_id WHERE g.used_at <"
                                + " :before",
                        before))
                .then(delete("DELETE FROM oauth_grant WHERE used_at < :before", before));
    }

    private Mono<Long> delete(String sql, Instant before) {
        return database.sql(sql).bind("before", utc(before)).fetch().rowsUpdated();
    }

    private static Grant grant(Readable row) {
        return new Grant(
                new GrantId(Columns.uuid(row, "id")),
                new ClientId(Columns.text(row, "client")),
                new CitizenId(Columns.uuid(row, "citizen")),
                new SessionId(Columns.uuid(row, "session")),
                Columns.instant(row, "given_at"));
    }
}
