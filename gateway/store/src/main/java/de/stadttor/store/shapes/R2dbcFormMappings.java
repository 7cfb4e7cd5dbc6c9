package de.stadttor.store.shapes;

import de.stadttor.shapes.FormMapping;
import de.stadttor.shapes.FormMappings;
import de.stadttor.store.Columns;
import de.stadttor.store.Races;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcFormMappings implements FormMappings {

    private static final String INSERT = """
        INSERT INTO form_mapping (name, kind, document, form, form_version, rules, version)
        VALUES (:name, :kind, :document, :form, :formVersion, :rules, :version)
        """;

    private static final String UPDATE = """
        UPDATE form_mapping
           SET kind = :kind, document = :document, form = :form, form_version = :formVersion, rules = :rules,
               version = :version
         WHERE name = :name AND version = :version - 1
        """;

    private final DatabaseClient database;

    R2dbcFormMappings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<FormMapping> find(String name) {
        return database.sql("SELECT * FROM form_mapping WHERE name = :name")
                .bind("name", name)
                .map(R2dbcFormMappings::mapping)
                .one();
    }

    @Override
    public Mono<FormMapping> ofDocument(String document) {
        return database.sql("SELECT * FROM form_mapping WHERE document = :document")
                .bind("document", document)
                .map(R2dbcFormMappings::mapping)
                .one();
    }

    @Override
    public Flux<FormMapping> list(@Nullable String after, int limit) {
        return database.sql("SELECT * FROM form_mapping WHERE name > :after ORDER BY name LIMIT :limit")
                .bind("after", Objects.requireNonNullElse(after, ""))
                .bind("limit", limit)
                .map(R2dbcFormMappings::mapping)
                .all();
    }

    @Override
    public Mono<Boolean> put(FormMapping mapping) {
        return database.sql(mapping.version() == 1 ? INSERT : UPDATE)
                .bind("name", mapping.name())
                .bind("kind", mapping.kind().code())
                .bind("document", mapping.document())
                .bind("form", mapping.form())
                .bind("formVersion", Columns.nullable(mapping.formVersion(), Integer.class))
                .bind("rules", mapping.rules())
                .bind("version", mapping.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .onErrorResume(Races::duplicate, _ -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> remove(String name, long version) {
        return database.sql("DELETE FROM form_mapping WHERE name = :name AND version = :version")
                .bind("name", name)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static FormMapping mapping(Readable row) {
        return new FormMapping(
                Columns.text(row, "name"),
                FormMapping.Kind.of(Columns.text(row, "kind")),
                Columns.text(row, "document"),
                Columns.text(row, "form"),
                row.get("form_version", Integer.class),
                Columns.text(row, "rules"),
                Columns.number(row, "version"));
    }
}
