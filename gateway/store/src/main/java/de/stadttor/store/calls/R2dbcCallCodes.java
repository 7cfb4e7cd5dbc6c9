package de.stadttor.store.calls;

import static de.stadttor.store.Columns.utc;

import de.stadttor.calls.CallCodes;
import de.stadttor.calls.CallId;
import de.stadttor.store.Columns;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcCallCodes implements CallCodes {

    private final DatabaseClient database;

    R2dbcCallCodes(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Code code) {
        return database.sql("""
            INSERT INTO phone_call_code (hash, ticket, expires_at) VALUES (:hash, :ticket, :expires)
            """)
                .bind("hash", code.hash())
                .bind("ticket", code.ticket().value())
                .bind("expires", utc(code.expiresAt()))
                .then();
    }

    /** By an update, which writers on other nodes run into. */
    @Override
    public Mono<Code> hold(String hash) {
        return database.sql("UPDATE phone_call_code SET hash = hash WHERE hash = :hash")
                .bind("hash", hash)
                .then()
                .then(database.sql("SELECT * FROM phone_call_code WHERE hash = :hash FOR UPDATE")
                        .bind("hash", hash)
                        .map(R2dbcCallCodes::code)
                        .one());
    }

    @Override
    public Mono<Void> use(String hash, CallId call) {
        return database.sql("UPDATE phone_call_code SET used_by = :call WHERE hash = :hash")
                .bind("call", call.value())
                .bind("hash", hash)
                .then();
    }

    @Override
    public Mono<Void> expire(Instant now) {
        return database.sql("DELETE FROM phone_call_code WHERE expires_at < :now")
                .bind("now", utc(now))
                .then();
    }

    private static Code code(Readable row) {
        String usedBy = row.get("used_by", String.class);
        return new Code(
                Columns.text(row, "hash"),
                new TicketId(Columns.uuid(row, "ticket")),
                Columns.instant(row, "expires_at"),
                usedBy == null ? null : new CallId(usedBy));
    }
}
