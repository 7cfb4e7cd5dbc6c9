package de.stadttor.store.sorting;

import de.stadttor.sorting.Sorting;
import de.stadttor.sorting.SortingRule;
import de.stadttor.sorting.Sortings;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.store.Races;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcSortings implements Sortings {

    private static final String INSERT =
            "INSERT INTO mail_sorting (mailbox, queue, rules, version) VALUES (:mailbox, :queue, :rules, :version)";

    private static final String UPDATE = """
        UPDATE mail_sorting SET queue = :queue, rules = :rules, version = :version
         WHERE mailbox = :mailbox AND version = :version - 1
        """;

    private final DatabaseClient database;

    R2dbcSortings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Sorting> find(String mailbox) {
        return database.sql("SELECT * FROM mail_sorting WHERE mailbox = :mailbox")
                .bind("mailbox", mailbox)
                .map(R2dbcSortings::sorting)
                .one();
    }

    @Override
    public Flux<Sorting> list(@Nullable String after, int limit) {
        return database.sql("SELECT * FROM mail_sorting WHERE mailbox > :after ORDER BY mailbox LIMIT :limit")
                .bind("after", Objects.requireNonNullElse(after, ""))
                .bind("limit", limit)
                .map(R2dbcSortings::sorting)
                .all();
    }

    @Override
    public Mono<Boolean> put(Sorting sorting) {
        return database.sql(sorting.version() == 1 ? INSERT : UPDATE)
                .bind("mailbox", sorting.mailbox())
                .bind("queue", sorting.queue())
                .bind("rules", Json.write(sorting.rules()))
                .bind("version", sorting.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .onErrorResume(Races::duplicate, _ -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> remove(String mailbox, long version) {
        return database.sql("DELETE FROM mail_sorting WHERE mailbox = :mailbox AND version = :version")
                .bind("mailbox", mailbox)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Sorting sorting(Readable row) {
        return new Sorting(
                Columns.text(row, "mailbox"),
                Columns.text(row, "queue"),
                List.of(Json.read(Columns.text(row, "rules"), SortingRule[].class)),
                Columns.number(row, "version"));
    }
}
