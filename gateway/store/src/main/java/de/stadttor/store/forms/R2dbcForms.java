package de.stadttor.store.forms;

import de.stadttor.forms.Form;
import de.stadttor.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcForms implements Forms {

    private final DatabaseClient database;

    R2dbcForms(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Form> current(@Nullable String after, int limit) {
        return database.sql("""
            SELECT f.* FROM form f
             WHERE f.name > :after
               AND f.accepted_until IS NULL
               AND f.version = (SELECT MAX(newest.version) FROM form newest WHERE newest.name = f.name)
             ORDER BY f.name
             LIMIT :limit
            """)
                .bind("after", after == null ? "" : after)
                .bind("limit", limit)
                .map(FormRow::form)
                .all();
    }

    @Override
    public Mono<Form> find(String key, @Nullable Integer version) {
        return database.sql("""
            SELECT * FROM form
             WHERE name = :name AND (:version = 0 OR version = :version)
             ORDER BY version DESC
             LIMIT 1
            """)
                .bind("name", key)
                .bind("version", version == null ? 0 : version)
                .map(FormRow::form)
                .one();
    }
}
