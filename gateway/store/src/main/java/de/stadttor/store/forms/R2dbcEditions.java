package de.stadttor.store.forms;

import de.stadttor.events.UnitOfWork;
import de.stadttor.forms.Edition;
import de.stadttor.forms.Editions;
import de.stadttor.forms.Form;
import de.stadttor.store.Columns;
import de.stadttor.store.Races;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcEditions implements Editions {

    /** Nothing is inserted unless the newest version is the one before. */
    private static final String INSERT = """
        INSERT INTO form (name, version, definition, example, submit_level, read_level, queue, texts, retention_days,
                          presentation, on_page, files, service_key, made_at, made_by)
        SELECT :name, :version, :definition, :example, :submitLevel, :readLevel, :queue, :texts, :retentionDays,
               :presentation, :onPage, :files, :serviceKey, :madeAt, :madeBy
          FROM (SELECT COALESCE(MAX(version), 0) AS version FROM form WHERE name = :name) newest
         WHERE newest.version = :version - 1
        """;

    private static final String END = """
        UPDATE form SET accepted_until = :until
         WHERE name = :name AND version < :below AND (accepted_until IS NULL OR accepted_until > :until)
        """;

    private static final String REOPEN = """
        UPDATE form SET accepted_until = NULL WHERE name = :name ORDER BY version DESC LIMIT 1
        """;

    private final DatabaseClient database;
    private final UnitOfWork unitOfWork;

    R2dbcEditions(DatabaseClient database, UnitOfWork unitOfWork) {
        this.database = database;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Flux<Edition> newest(@Nullable String after, int limit) {
        return database.sql("""
            SELECT f.* FROM form f
             WHERE f.name > :after
               AND f.version = (SELECT MAX(newest.version) FROM form newest WHERE newest.name = f.name)
             ORDER BY f.name
             LIMIT :limit
            """)
                .bind("after", Objects.requireNonNullElse(after, ""))
                .bind("limit", limit)
                .map(FormRow::edition)
                .all();
    }

    @Override
    public Flux<Edition> of(String key, @Nullable Integer below, int limit) {
        return database.sql("""
            SELECT * FROM form WHERE name = :name AND version < :below ORDER BY version DESC LIMIT :limit
            """)
                .bind("name", key)
                .bind("below", below == null ? Long.MAX_VALUE : below.longValue())
                .bind("limit", limit)
                .map(FormRow::edition)
                .all();
    }

    @Override
    public Mono<Edition> find(String key, @Nullable Integer version) {
        return version == null
                ? of(key, null, 1).next()
                : database.sql("SELECT * FROM form WHERE name = :name AND version = :version")
                        .bind("name", key)
                        .bind("version", version)
                        .map(FormRow::edition)
                        .one();
    }

    @Override
    public Mono<Boolean> add(Edition edition, Instant olderUntil) {
        return unitOfWork
                .commit(() -> insert(edition)
                        .flatMap(added -> added
                                ? end(edition.form().key(), edition.form().version(), olderUntil)
                                        .thenReturn(true)
                                : Mono.just(false)))
                .onErrorResume(Races::duplicate, _ -> Mono.just(false));
    }

    @Override
    public Mono<Void> end(String key, Instant at) {
        return end(key, Long.MAX_VALUE, at);
    }

    @Override
    public Mono<Void> reopen(String key) {
        return database.sql(REOPEN).bind("name", key).fetch().rowsUpdated().then();
    }

    private Mono<Void> end(String key, long below, Instant until) {
        return database.sql(END)
                .bind("name", key)
                .bind("below", below)
                .bind("until", Columns.utc(until))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<Boolean> insert(Edition edition) {
        Form form = edition.form();
        Instant madeAt = edition.madeAt();
        return database.sql(INSERT)
                .bind("name", form.key())
                .bind("version", form.version())
                .bind("definition", form.schema())
                .bind("example", form.example())
                .bind("submitLevel", form.submitLevel().code())
                .bind("readLevel", form.readLevel().code())
                .bind("queue", form.queue())
                .bind("texts", FormRow.texts(form))
                .bind("retentionDays", form.retention().toDays())
                .bind("presentation", form.page().presentation())
                .bind("onPage", form.page().open())
                .bind("files", form.page().files())
                .bind("serviceKey", Columns.nullable(form.serviceKey(), String.class))
                .bind("madeAt", Columns.nullable(madeAt == null ? null : Columns.utc(madeAt), LocalDateTime.class))
                .bind("madeBy", Columns.nullable(edition.madeBy(), String.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
