package de.stadttor.store.appointments;

import de.stadttor.appointments.Catalogue;
import de.stadttor.appointments.CatalogueEdition;
import de.stadttor.appointments.CatalogueEditions;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.store.Races;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcCatalogueEditions implements CatalogueEditions {

    private final DatabaseClient database;

    R2dbcCatalogueEditions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Long> newest() {
        return database.sql("SELECT COALESCE(MAX(version), 0) AS newest FROM appointment_catalogue")
                .map(row -> Columns.number(row, "newest"))
                .one();
    }

    @Override
    public Mono<CatalogueEdition> find(long version) {
        return database.sql("SELECT version, body, made_by, at FROM appointment_catalogue WHERE version = :version")
                .bind("version", version)
                .map(R2dbcCatalogueEditions::edition)
                .one();
    }

    @Override
    public Mono<Boolean> add(CatalogueEdition edition) {
        return database.sql("""
            INSERT INTO appointment_catalogue (version, body, made_by, at) VALUES (:version, :body, :by, :at)
            """)
                .bind("version", edition.version())
                .bind("body", Json.write(edition.catalogue()))
                .bind("by", edition.by())
                .bind("at", Columns.utc(edition.at()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .onErrorResume(Races::duplicate, _ -> Mono.just(false));
    }

    @Override
    public Flux<CatalogueEdition> list(@Nullable Long before, int limit) {
        return database.sql("""
            SELECT version, body, made_by, at FROM appointment_catalogue
             WHERE version < :before ORDER BY version DESC LIMIT :limit
            """)
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("limit", limit)
                .map(R2dbcCatalogueEditions::edition)
                .all();
    }

    private static CatalogueEdition edition(Readable row) {
        return new CatalogueEdition(
                Columns.number(row, "version"),
                Json.read(Columns.text(row, "body"), Catalogue.class),
                Columns.text(row, "made_by"),
                Columns.instant(row, "at"));
    }
}
