package de.stadttor.store.calls;

import de.stadttor.calls.CallRulebook;
import de.stadttor.calls.CallRules;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.store.Races;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcCallRulebook implements CallRulebook {

    private static final String INSERT =
            "INSERT INTO phone_call_rules (place, rules, version) VALUES (1, :rules, :version)";

    private static final String UPDATE =
            "UPDATE phone_call_rules SET rules = :rules, version = :version WHERE version = :version - 1";

    private final DatabaseClient database;

    R2dbcCallRulebook(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<CallRules> read() {
        return database.sql("SELECT rules FROM phone_call_rules")
                .map(row -> Json.read(Columns.text(row, "rules"), CallRules.class))
                .one();
    }

    @Override
    public Mono<Boolean> put(CallRules rules) {
        return database.sql(rules.version() == 1 ? INSERT : UPDATE)
                .bind("rules", Json.write(rules))
                .bind("version", rules.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .onErrorResume(Races::duplicate, _ -> Mono.just(false));
    }
}
