package de.stadttor.store.teams;

import de.stadttor.store.Columns;
import de.stadttor.teams.TeamAddresses;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcTeamAddresses implements TeamAddresses {

    private final DatabaseClient database;

    R2dbcTeamAddresses(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<String> of(String queue) {
        return database.sql("SELECT address FROM team_address WHERE queue = :queue")
                .bind("queue", queue)
                .map(row -> Columns.text(row, "address"))
                .one();
    }

    @Override
    public Mono<Void> put(String queue, String address) {
        return database.sql("""
            INSERT INTO team_address (queue, address) VALUES (:queue, :address)
                ON DUPLICATE KEY UPDATE address = VALUES(address)
            """).bind("queue", queue).bind("address", address).then();
    }

    @Override
    public Mono<Boolean> remove(String queue) {
        return database.sql("DELETE FROM team_address WHERE queue = :queue")
                .bind("queue", queue)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
