package de.stadttor.store.ticketing;

import de.stadttor.store.Columns;
import de.stadttor.ticketing.QueueDefinition;
import de.stadttor.ticketing.QueueDefinitions;
import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcQueueDefinitions implements QueueDefinitions {

    private static final int REOPEN_DAYS = 30;

    private final DatabaseClient database;

    R2dbcQueueDefinitions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<QueueDefinition> find(String key) {
        return database.sql("SELECT name, title, custom_fields, version FROM queue WHERE name = :name")
                .bind("name", key)
                .map(R2dbcQueueDefinitions::definition)
                .one();
    }

    @Override
    public Mono<Boolean> put(QueueDefinition definition) {
        return (definition.version() == 1 ? inserted(definition) : updated(definition))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private DatabaseClient.GenericExecuteSpec inserted(QueueDefinition definition) {
        return database.sql("""
            INSERT IGNORE INTO queue (name, title, reopen_days, custom_fields, version)
            VALUES (:name, :title, :reopen, :fields, 1)
            """)
                .bind("name", definition.key())
                .bind("title", definition.title())
                .bind("reopen", REOPEN_DAYS)
                .bind("fields", StoredField.column(definition.customFields()));
    }

    private DatabaseClient.GenericExecuteSpec updated(QueueDefinition definition) {
        return database.sql("""
            UPDATE queue SET title = :title, custom_fields = :fields, version = :version
             WHERE name = :name AND version = :version - 1
            """)
                .bind("title", definition.title())
                .bind("fields", StoredField.column(definition.customFields()))
                .bind("version", definition.version())
                .bind("name", definition.key());
    }

    private static QueueDefinition definition(Readable row) {
        return new QueueDefinition(
                Columns.text(row, "name"),
                Columns.text(row, "title"),
                StoredField.fields(Columns.text(row, "custom_fields")),
                Columns.number(row, "version"));
    }
}
