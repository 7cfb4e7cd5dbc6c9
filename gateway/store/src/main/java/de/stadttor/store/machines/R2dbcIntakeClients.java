package de.stadttor.store.machines;

import de.stadttor.machines.IntakeClient;
import de.stadttor.machines.IntakeClient.Proof;
import de.stadttor.machines.IntakeClients;
import de.stadttor.people.Machine;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.store.Races;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcIntakeClients implements IntakeClients {

    private static final String INSERT = """
        INSERT INTO intake_client (name, rights, forms, locked_key, thumbprint, version)
        VALUES (:name, :rights, :forms, :lockedKey, :thumbprint, :version)
        """;

    private static final String UPDATE = """
        UPDATE intake_client
           SET rights = :rights, forms = :forms, locked_key = :lockedKey, thumbprint = :thumbprint,
               version = :version
         WHERE name = :name AND version = :version - 1
        """;

    private final DatabaseClient database;

    R2dbcIntakeClients(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<IntakeClient> find(String name) {
        return database.sql("SELECT * FROM intake_client WHERE name = :name")
                .bind("name", name)
                .map(R2dbcIntakeClients::client)
                .one();
    }

    @Override
    public Mono<IntakeClient> ofCertificate(String thumbprint) {
        return database.sql("SELECT * FROM intake_client WHERE thumbprint = :thumbprint")
                .bind("thumbprint", thumbprint)
                .map(R2dbcIntakeClients::client)
                .one();
    }

    @Override
    public Flux<IntakeClient> list(@Nullable String after, int limit) {
        return database.sql("SELECT * FROM intake_client WHERE name > :after ORDER BY name LIMIT :limit")
                .bind("after", Objects.requireNonNullElse(after, ""))
                .bind("limit", limit)
                .map(R2dbcIntakeClients::client)
                .all();
    }

    @Override
    public Mono<Boolean> put(IntakeClient client) {
        return database.sql(client.version() == 1 ? INSERT : UPDATE)
                .bind("name", client.name())
                .bind("rights", Json.write(client.rights()))
                .bind("forms", Json.write(client.forms()))
                .bind("lockedKey", Columns.nullable(lockedKey(client.proof()), String.class))
                .bind("thumbprint", Columns.nullable(thumbprint(client.proof()), String.class))
                .bind("version", client.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .onErrorResume(Races::duplicate, _ -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> remove(String name, long version) {
        return database.sql("DELETE FROM intake_client WHERE name = :name AND version = :version")
                .bind("name", name)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static @Nullable String lockedKey(Proof proof) {
        return switch (proof) {
            case Proof.Signature(var lockedKey) -> lockedKey;
            case Proof.Certificate _ -> null;
        };
    }

    private static @Nullable String thumbprint(Proof proof) {
        return switch (proof) {
            case Proof.Signature _ -> null;
            case Proof.Certificate(var thumbprint) -> thumbprint;
        };
    }

    private static IntakeClient client(Readable row) {
        String key = row.get("locked_key", String.class);
        return new IntakeClient(
                Columns.text(row, "name"),
                Set.of(Json.read(Columns.text(row, "rights"), Machine.Right[].class)),
                Set.of(Json.read(Columns.text(row, "forms"), String[].class)),
                key == null ? new Proof.Certificate(Columns.text(row, "thumbprint")) : new Proof.Signature(key),
                Columns.number(row, "version"));
    }
}
