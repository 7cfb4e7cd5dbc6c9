package de.stadttor.store.ticketing;

import de.stadttor.store.Columns;
import de.stadttor.ticketing.Periods;
import de.stadttor.ticketing.QueuePeriods;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcQueuePeriods implements QueuePeriods {

    private final DatabaseClient database;

    R2dbcQueuePeriods(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Periods> of(String queue) {
        return database.sql("SELECT reopen_days, originals_days, periods_version FROM queue WHERE name = :name")
                .bind("name", queue)
                .map(row -> new Periods(
                        Math.toIntExact(Columns.number(row, "reopen_days")),
                        Math.toIntExact(Columns.number(row, "originals_days")),
                        Columns.number(row, "periods_version")))
                .one();
    }

    @Override
    public Mono<Boolean> put(String queue, Periods periods) {
        return database.sql("""
            UPDATE queue SET reopen_days = :reopen, originals_days = :originals, periods_version = :version
             WHERE name = :name AND periods_version = :version - 1
            """)
                .bind("reopen", periods.reopen())
                .bind("originals", periods.originals())
                .bind("version", periods.version())
                .bind("name", queue)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
