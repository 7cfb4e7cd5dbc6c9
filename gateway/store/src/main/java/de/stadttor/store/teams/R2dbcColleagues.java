package de.stadttor.store.teams;

import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.store.Races;
import de.stadttor.teams.Colleague;
import de.stadttor.teams.Colleagues;
import io.r2dbc.spi.Readable;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcColleagues implements Colleagues {

    private final DatabaseClient database;

    R2dbcColleagues(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Colleague> byAddress(String address) {
        return database.sql("SELECT * FROM colleague WHERE address = :address")
                .bind("address", address.strip().toLowerCase(Locale.ROOT))
                .map(R2dbcColleagues::colleague)
                .one();
    }

    @Override
    public Flux<Colleague> list(@Nullable String after, int limit) {
        return database.sql("SELECT * FROM colleague WHERE subject > :after ORDER BY subject LIMIT :limit")
                .bind("after", Objects.requireNonNullElse(after, ""))
                .bind("limit", limit)
                .map(R2dbcColleagues::colleague)
                .all();
    }

    /** Not one statement for both: it would take over the row of whoever has that address. */
    @Override
    public Mono<Boolean> put(Colleague colleague) {
        return write(
                        "UPDATE colleague SET name = :name, address = :address, queues = :queues WHERE subject ="
                                + " :subject",
                        colleague)
                .filter(known -> known)
                .switchIfEmpty(write(
                        "INSERT INTO colleague (subject, name, address, queues) VALUES (:subject, :name, :address,"
                                + " :queues)",
                        colleague))
                .onErrorReturn(Races::duplicate, false);
    }

    private Mono<Boolean> write(String sql, Colleague colleague) {
        return database.sql(sql)
                .bind("subject", colleague.subject())
                .bind("name", colleague.name())
                .bind("address", colleague.address())
                .bind("queues", Json.write(colleague.queues()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> remove(String subject) {
        return database.sql("DELETE FROM colleague WHERE subject = :subject")
                .bind("subject", subject)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Colleague colleague(Readable row) {
        return new Colleague(
                Columns.text(row, "subject"),
                Columns.text(row, "name"),
                Columns.text(row, "address"),
                Set.of(Json.read(Columns.text(row, "queues"), String[].class)));
    }
}
