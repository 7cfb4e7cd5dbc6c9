package de.stadttor.store.ticketing;

import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.ticketing.CustomField;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcQueues implements Queues {

    private static final int LONGEST_TEXT = 1000;

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
        return database.sql("SELECT * FROM queue ORDER BY title, name")
                .map(R2dbcQueues::queue)
                .all();
    }

    private static Queue queue(Readable row) {
        StoredField[] fields = Json.read(Columns.text(row, "custom_fields"), StoredField[].class);
        return new Queue(
                Columns.text(row, "name"),
                Columns.text(row, "title"),
                Duration.ofDays(Columns.number(row, "reopen_days")),
                List.of(fields).stream().map(StoredField::field).toList());
    }

    /** A custom field as it stands in the column. */
    private record StoredField(
            String key,
            String label,
            boolean required,
            String type,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable List<String> choices) {

        CustomField field() {
            return new CustomField(key, label, required, fieldType());
        }

        private CustomField.Type fieldType() {
            return switch (type) {
                case "text" -> new CustomField.Type.Text(Objects.requireNonNullElse(maxLength, LONGEST_TEXT));
                case "number" -> new CustomField.Type.Decimal(min, max);
                case "boolean" -> new CustomField.Type.Flag();
                case "date" -> new CustomField.Type.Date();
                case "choice" -> new CustomField.Type.Choice(Objects.requireNonNullElse(choices, List.of()));
                default -> throw new IllegalStateException("custom field of type " + type);
            };
        }
    }
}
