package de.stadttor.store.logins;

import static de.stadttor.store.Columns.utc;

import de.stadttor.logins.SpentAssertions;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcSpentAssertions implements SpentAssertions {

    private final DatabaseClient database;

    R2dbcSpentAssertions(DatabaseClient database) {
        this.database = database;
    }

    /** The primary key decides; a duplicate is no error here but a row that was not written. */
    @Override
    public Mono<Boolean> spend(String key, Instant until) {
        return database.sql("INSERT IGNORE INTO spent_assertion (assertion, until) VALUES (:key, :until)")
                .bind("key", key)
                .bind("until", utc(until))
                .fetch()
                .rowsUpdated()
                .map(written -> written == 1);
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return database.sql("DELETE FROM spent_assertion WHERE until <= :now")
                .bind("now", utc(now))
                .fetch()
                .rowsUpdated();
    }
}
