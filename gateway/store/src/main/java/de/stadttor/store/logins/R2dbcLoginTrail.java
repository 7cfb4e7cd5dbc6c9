package de.stadttor.store.logins;

import static de.stadttor.store.Columns.utc;

import de.stadttor.events.Ids;
import de.stadttor.logins.LoginTrail;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcLoginTrail implements LoginTrail {

    private final DatabaseClient database;
    private final Ids ids;

    R2dbcLoginTrail(DatabaseClient database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    @Override
    public Mono<Void> write(Entry entry) {
        return Mono.defer(() -> database.sql("""
            INSERT INTO login_trail (id, step, session, citizen, profile, level, at)
            VALUES (:id, :step, :session, :citizen, :profile, :level, :at)
            """)
                .bind("id", ids.next())
                .bind("step", entry.step().code())
                .bind("session", entry.session().value())
                .bind("citizen", entry.citizen().value())
                .bind("profile", entry.profile())
                .bind("level", entry.level().code())
                .bind("at", utc(entry.at()))
                .then());
    }
}
