package de.stadttor.store.erasure;

import static de.stadttor.store.Columns.utc;

import de.stadttor.store.Columns;
import de.stadttor.ticketing.Erasure;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcErasure implements Erasure {

    private static final String DUE = """
        SELECT t.id
          FROM ticket t
          JOIN form f ON f.name = t.form AND f.version = t.form_version
         WHERE t.state = 'closed'
           AND t.closed_at < DATE_SUB(:now, INTERVAL (SELECT MIN(retention_days) FROM form) DAY)
           AND t.closed_at < DATE_SUB(:now, INTERVAL f.retention_days DAY)
           AND NOT EXISTS (SELECT 1 FROM mandate m
                            WHERE m.evidence = t.id
                              AND m.revoked_at IS NULL
                              AND (m.ends_at IS NULL OR m.ends_at > :now))
         ORDER BY t.closed_at
         LIMIT :limit
        """;

    /** In this order: what is found by means of other rows goes before them. */
    private static final List<String> STEPS = List.of(
            """
            UPDATE content c
              JOIN (SELECT sha256, COUNT(*) AS held
                      FROM (SELECT f.sha256 FROM message_file f JOIN message m ON m.id = f.message WHERE m.ticket = :ticket
                            UNION ALL
                            SELECT o.sha256 FROM message_original o WHERE o.ticket = :ticket AND o.sha256 IS NOT NULL) bytes
                     GROUP BY sha256) ours ON ours.sha256 = c.sha256
               SET c.refs = c.refs - ours.held
            """,
            "DELETE f FROM message_file f JOIN message m ON m.id = f.message WHERE m.ticket = :ticket",
            "DELETE o FROM message_opening o JOIN message m ON m.id = o.message WHERE m.ticket = :ticket",
            "DELETE FROM message_original WHERE ticket = :ticket",
            "DELETE FROM message WHERE ticket = :ticket",
            "DELETE s FROM guest_session s JOIN access_link l ON l.guest = s.guest WHERE l.ticket = :ticket",
            "DELETE e FROM citizen_event e JOIN access_link l ON l.guest = e.citizen WHERE l.ticket = :ticket",
            "DELETE f FROM citizen_feed f JOIN access_link l ON l.guest = f.citizen WHERE l.ticket = :ticket",
            "DELETE c FROM citizen c JOIN access_link l ON l.guest = c.id WHERE l.ticket = :ticket AND c.guest",
            """
            DELETE c FROM citizen c JOIN ticket_participant p ON p.citizen = c.id WHERE p.ticket = :ticket AND c.guest
            """,
            "DELETE FROM access_link WHERE ticket = :ticket",
            "DELETE FROM case_claim WHERE ticket = :ticket",
            "DELETE FROM mandate WHERE evidence = :ticket",
            "DELETE FROM ticket_participant WHERE ticket = :ticket",
            "DELETE FROM ticket_merge WHERE ticket = :ticket OR target = :ticket",
            "DELETE FROM outbox WHERE ticket = :ticket",
            "DELETE FROM reaction WHERE stream = :ticket",
            "DELETE FROM chat WHERE ticket = :ticket",
            "DELETE FROM civic_publication WHERE ticket = :ticket",
            "DELETE e FROM phone_call_event e JOIN phone_call p ON p.id = e.phone_call WHERE p.ticket = :ticket",
            "DELETE e FROM phone_call_piece e JOIN phone_call p ON p.id = e.phone_call WHERE p.ticket = :ticket",
            "DELETE FROM phone_call_code WHERE ticket = :ticket",
            "DELETE FROM phone_call WHERE ticket = :ticket",
            "DELETE FROM ticket WHERE id = :ticket");

    private final DatabaseClient database;

    R2dbcErasure(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<TicketId> due(Instant now, int limit) {
        return database.sql(DUE)
                .bind("now", utc(now))
                .bind("limit", limit)
                .map(row -> new TicketId(Columns.uuid(row, "id")))
                .all();
    }

    @Override
    public Mono<Void> erase(TicketId ticket) {
        return Flux.fromIterable(STEPS)
                .concatMap(step ->
                        database.sql(step).bind("ticket", ticket.value()).then())
                .then();
    }
}
