package de.stadttor.store.privacy;

import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.utc;

import de.stadttor.events.Ids;
import de.stadttor.privacy.AuditTrail;
import de.stadttor.store.Rows;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcAuditTrail implements AuditTrail {

    private final DatabaseClient database;
    private final Ids ids;

    R2dbcAuditTrail(DatabaseClient database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    @Override
    public Mono<Void> write(List<Look> looks) {
        return Mono.defer(() -> Rows.of(
                        "INSERT INTO read_audit (id, reader, kind, subject, at) VALUES %s",
                        looks.stream().map(this::row).toList())
                .write(database));
    }

    private Object[] row(Look look) {
        return new Object[] {
            ids.next(),
            look.reader(),
            look.subject().kind(),
            nullable(look.subject().id(), String.class),
            utc(look.at())
        };
    }
}
