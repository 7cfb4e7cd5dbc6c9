package de.stadttor.store.mandates;

import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.utc;

import de.stadttor.mandates.Mandate;
import de.stadttor.mandates.MandateId;
import de.stadttor.mandates.Mandates;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Principal;
import de.stadttor.store.Columns;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcMandates implements Mandates {

    private static final String SELECT = """
        SELECT m.*, p.kind, p.name
          FROM mandate m
          JOIN principal p ON p.id = m.principal
        """;

    private final DatabaseClient database;

    R2dbcMandates(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Mandate mandate) {
        return keep(mandate.principal()).then(insert(mandate));
    }

    private Mono<Void> keep(Principal principal) {
        return database.sql("""
            INSERT INTO principal (id, kind, name) VALUES (:id, :kind, :name)
                ON DUPLICATE KEY UPDATE id = id
            """)
                .bind("id", principal.id().value())
                .bind("kind", principal.kind().code())
                .bind("name", principal.name())
                .then();
    }

    private Mono<Void> insert(Mandate mandate) {
        Instant until = mandate.until();
        return database.sql("""
            INSERT INTO mandate (id, representative, representative_name, principal, evidence, recorded_by,
                                 recorded_at, ends_at)
            VALUES (:id, :representative, :name, :principal, :evidence, :by, :at, :until)
            """)
                .bind("id", mandate.id().value())
                .bind("representative", mandate.representative().value())
                .bind("name", mandate.representativeName())
                .bind("principal", mandate.principal().id().value())
                .bind("evidence", mandate.evidence().value())
                .bind("by", mandate.recordedBy())
                .bind("at", utc(mandate.recordedAt()))
                .bind("until", nullable(until == null ? null : utc(until), LocalDateTime.class))
                .then();
    }

    @Override
    public Mono<Mandate> find(MandateId id) {
        return where("m.id = :id", id.value()).next();
    }

    @Override
    public Flux<Mandate> ofRepresentative(CitizenId citizen) {
        return where("m.representative = :id", citizen.value());
    }

    @Override
    public Flux<Mandate> ofTicket(TicketId ticket) {
        return where("m.evidence = :id", ticket.value());
    }

    private Flux<Mandate> where(String condition, UUID id) {
        return database.sql(SELECT + " WHERE " + condition + " ORDER BY m.id")
                .bind("id", id)
                .map(R2dbcMandates::mandate)
                .all();
    }

    @Override
    public Mono<Principal> principal(CitizenId id) {
        return database.sql("SELECT id AS principal, kind, name FROM principal WHERE id = :id")
                .bind("id", id.value())
                .map(row -> principal(row))
                .one();
    }

    @Override
    public Mono<Void> revoke(MandateId id, Instant at) {
        return database.sql("UPDATE mandate SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
                .bind("at", utc(at))
                .bind("id", id.value())
                .then();
    }

    private static Mandate mandate(Readable row) {
        return new Mandate(
                new MandateId(Columns.uuid(row, "id")),
                new CitizenId(Columns.uuid(row, "representative")),
                Columns.text(row, "representative_name"),
                principal(row),
                new TicketId(Columns.uuid(row, "evidence")),
                Columns.text(row, "recorded_by"),
                Columns.instant(row, "recorded_at"),
                Columns.instantOrNull(row, "ends_at"),
                Columns.instantOrNull(row, "revoked_at"));
    }

    private static Principal principal(Readable row) {
        return new Principal(
                new CitizenId(Columns.uuid(row, "principal")),
                Principal.Kind.of(Columns.text(row, "kind")),
                Columns.text(row, "name"));
    }
}
