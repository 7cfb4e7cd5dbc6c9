package de.stadttor.store.forms;

import de.stadttor.forms.Form;
import de.stadttor.forms.Forms;
import de.stadttor.forms.Template;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Component
final class R2dbcForms implements Forms {

    private static final TypeReference<Map<String, StoredTexts>> TEXTS = new TypeReference<>() {};

    private final DatabaseClient database;

    R2dbcForms(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Form> current(@Nullable String after, int limit) {
        return database.sql("""
            SELECT f.* FROM form f
             WHERE f.name > :after
               AND f.version = (SELECT MAX(newest.version) FROM form newest WHERE newest.name = f.name)
             ORDER BY f.name
             LIMIT :limit
            """)
                .bind("after", after == null ? "" : after)
                .bind("limit", limit)
                .map(R2dbcForms::form)
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
                .map(R2dbcForms::form)
                .one();
    }

    private static Form form(Readable row) {
        Map<String, Form.Texts> texts = new HashMap<>();
        Json.read(Columns.text(row, "texts"), TEXTS).forEach((language, stored) -> texts.put(language, stored.texts()));
        return new Form(
                Columns.text(row, "name"),
                Math.toIntExact(Columns.number(row, "version")),
                Columns.text(row, "definition"),
                Columns.text(row, "example"),
                new Form.Levels(
                        AssuranceLevel.of(Columns.text(row, "submit_level")),
                        AssuranceLevel.of(Columns.text(row, "read_level"))),
                Columns.text(row, "queue"),
                texts,
                page(row),
                Duration.ofDays(Columns.number(row, "retention_days")),
                row.get("service_key", String.class),
                Columns.instantOrNull(row, "accepted_until"));
    }

    private static Form.Page page(Readable row) {
        return new Form.Page(
                Columns.flag(row, "on_page"),
                Columns.text(row, "presentation"),
                Math.toIntExact(Columns.number(row, "files")));
    }

    /** Rows of the first days have neither description nor privacy notice. */
    private record StoredTexts(
            String title,
            @Nullable String description,
            @Nullable String privacyNotice,
            String subject,
            String text) {

        Form.Texts texts() {
            return new Form.Texts(
                    title,
                    Objects.requireNonNullElse(description, ""),
                    Objects.requireNonNullElse(privacyNotice, ""),
                    new Template(subject),
                    new Template(text));
        }
    }
}
