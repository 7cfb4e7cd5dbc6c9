package de.stadttor.store.civic;

import de.stadttor.civic.CivicService;
import de.stadttor.civic.CivicServices;
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
final class R2dbcCivicServices implements CivicServices {

    private static final String INSERT = """
        INSERT INTO civic_service
               (code, form, shown, service_group, keywords, descriptions, kind, placing, version)
        VALUES (:code, :form, :shown, :group, :keywords, :descriptions, :kind, :placing, :version)
        """;

    private static final String UPDATE = """
        UPDATE civic_service
           SET form = :form, shown = :shown, service_group = :group, keywords = :keywords,
               descriptions = :descriptions, kind = :kind, placing = :placing, version = :version
         WHERE code = :code AND version = :version - 1
        """;

    private final DatabaseClient database;

    R2dbcCivicServices(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<CivicService> find(String code) {
        return database.sql("SELECT * FROM civic_service WHERE code = :code")
                .bind("code", code)
                .map(R2dbcCivicServices::service)
                .one();
    }

    @Override
    public Mono<CivicService> ofForm(String form) {
        return database.sql("SELECT * FROM civic_service WHERE form = :form")
                .bind("form", form)
                .map(R2dbcCivicServices::service)
                .one();
    }

    @Override
    public Flux<CivicService> list(@Nullable String after, int limit) {
        return database.sql("SELECT * FROM civic_service WHERE code > :after ORDER BY code LIMIT :limit")
                .bind("after", Objects.requireNonNullElse(after, ""))
                .bind("limit", limit)
                .map(R2dbcCivicServices::service)
                .all();
    }

    @Override
    public Mono<Boolean> put(CivicService service) {
        return database.sql(service.version() == 1 ? INSERT : UPDATE)
                .bind("code", service.code())
                .bind("form", service.form())
                .bind("shown", service.shown())
                .bind("group", service.group())
                .bind("keywords", Json.write(service.keywords()))
                .bind("descriptions", Json.write(service.descriptions()))
                .bind("kind", service.kind().code())
                .bind("placing", Json.write(service.placing()))
                .bind("version", service.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .onErrorResume(Races::duplicate, _ -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> remove(String code, long version) {
        return database.sql("DELETE FROM civic_service WHERE code = :code AND version = :version")
                .bind("code", code)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static CivicService service(Readable row) {
        return new CivicService(
                Columns.text(row, "code"),
                Columns.text(row, "form"),
                Columns.flag(row, "shown"),
                Columns.text(row, "service_group"),
                List.of(Json.read(Columns.text(row, "keywords"), String[].class)),
                Json.codes(Columns.text(row, "descriptions")),
                CivicService.Kind.of(Columns.text(row, "kind")),
                Json.read(Columns.text(row, "placing"), CivicService.Placing.class),
                Columns.number(row, "version"));
    }
}
