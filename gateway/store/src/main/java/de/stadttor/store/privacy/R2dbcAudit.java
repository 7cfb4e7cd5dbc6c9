package de.stadttor.store.privacy;

import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.utc;

import de.stadttor.events.Ids;
import de.stadttor.people.Caller;
import de.stadttor.privacy.Audit;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcAudit implements Audit {

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    R2dbcAudit(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Void> read(Caller reader, Subject subject) {
        return Mono.defer(() -> database.sql("""
            INSERT INTO read_audit (id, reader, kind, subject, at)
            VALUES (:id, :reader, :kind, :subject, :at)
            """)
                .bind("id", ids.next())
                .bind("reader", reader.reference())
                .bind("kind", subject.kind())
                .bind("subject", nullable(subject.id(), String.class))
                .bind("at", utc(clock.instant()))
                .then());
    }
}
