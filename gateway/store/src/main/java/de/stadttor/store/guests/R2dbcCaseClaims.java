package de.stadttor.store.guests;

import static de.stadttor.store.Columns.utc;

import de.stadttor.guests.CaseClaims;
import de.stadttor.people.CitizenId;
import de.stadttor.store.Columns;
import de.stadttor.ticketing.ClaimEvent.ClaimEnded.Cause;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcCaseClaims implements CaseClaims {

    private final DatabaseClient database;

    R2dbcCaseClaims(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(CaseClaim claim) {
        return database.sql("""
            INSERT INTO case_claim (id, ticket, citizen, guest, claimed_at, objection_hash)
            VALUES (:id, :ticket, :citizen, :guest, :at, :objection)
            """)
                .bind("id", claim.id())
                .bind("ticket", claim.ticket().value())
                .bind("citizen", claim.citizen().value())
                .bind("guest", claim.guest().value())
                .bind("at", utc(claim.at()))
                .bind("objection", claim.objectionHash())
                .then();
    }

    @Override
    public Mono<CaseClaim> ofTicket(TicketId ticket) {
        return database.sql("SELECT * FROM case_claim WHERE ticket = :ticket ORDER BY id DESC LIMIT 1")
                .bind("ticket", ticket.value())
                .map(R2dbcCaseClaims::claim)
                .one();
    }

    @Override
    public Mono<CaseClaim> byObjection(String objectionHash) {
        return database.sql("SELECT * FROM case_claim WHERE objection_hash = :objection")
                .bind("objection", objectionHash)
                .map(R2dbcCaseClaims::claim)
                .one();
    }

    @Override
    public Mono<Void> end(UUID claim, Cause cause, Instant at) {
        return database.sql("""
            UPDATE case_claim SET ended_by = :cause, ended_at = :at WHERE id = :id AND ended_by IS NULL
            """)
                .bind("cause", cause.code())
                .bind("at", utc(at))
                .bind("id", claim)
                .then();
    }

    private static CaseClaim claim(Readable row) {
        String ended = row.get("ended_by", String.class);
        return new CaseClaim(
                Columns.uuid(row, "id"),
                new TicketId(Columns.uuid(row, "ticket")),
                new CitizenId(Columns.uuid(row, "citizen")),
                new CitizenId(Columns.uuid(row, "guest")),
                Columns.instant(row, "claimed_at"),
                Columns.text(row, "objection_hash"),
                ended == null ? null : Cause.of(ended));
    }
}
