package de.stadttor.store.ticketing;

import de.stadttor.store.Columns;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcQueues implements Queues {

    private final DatabaseClient database;

    R2dbcQueues(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Queue> find(String key) {
        return database.sql("SELECT * FROM queue WHERE name = :name")
                .bind("name", key)
                .map(R2dbcQueues::queue)
                .one();
    }

    @Override
    public Flux<Queue> all() {
        return database.sql("SELECT * FROM queue ORDER BY name")
                .map(R2dbcQueues::queue)
                .all();
    }

    private static Queue queue(Readable row) {
        return new Queue(
                Columns.text(row, "name"),
                Columns.text(row, "title"),
                Duration.ofDays(Columns.number(row, "reopen_days")),
                StoredField.fields(Columns.text(row, "custom_fields")));
    }
}
