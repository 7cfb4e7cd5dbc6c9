package de.stadttor.store.grants;

import de.stadttor.grants.Client;
import de.stadttor.grants.ClientId;
import de.stadttor.grants.Clients;
import de.stadttor.grants.RedirectUri;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcClients implements Clients {

    private final DatabaseClient database;

    R2dbcClients(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Client> find(ClientId id) {
        return database.sql("SELECT * FROM oauth_client WHERE id = :id")
                .bind("id", id.value())
                .map(R2dbcClients::client)
                .one();
    }

    @Override
    public Mono<Void> register(Client client) {
        return database.sql("""
            INSERT INTO oauth_client (id, name, redirects)
            VALUES (:id, :name, :redirects)
                ON DUPLICATE KEY UPDATE name = VALUES(name), redirects = VALUES(redirects)
            """)
                .bind("id", client.id().value())
                .bind("name", client.name())
                .bind(
                        "redirects",
                        Json.write(client.redirects().stream()
                                .map(RedirectUri::value)
                                .sorted()
                                .toList()))
                .then();
    }

    private static Client client(Readable row) {
        return new Client(
                new ClientId(Columns.text(row, "id")),
                Columns.text(row, "name"),
                Arrays.stream(Json.read(Columns.text(row, "redirects"), String[].class))
                        .map(RedirectUri::new)
                        .collect(Collectors.toSet()));
    }
}
