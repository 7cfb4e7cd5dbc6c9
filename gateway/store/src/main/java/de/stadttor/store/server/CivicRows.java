package de.stadttor.store.server;

import de.stadttor.seals.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import tools.jackson.databind.JsonNode;

/** Loads civic services and the keys of programs that make requests of them. */
final class CivicRows {

    private CivicRows() {}

    static void insertService(Connection connection, JsonNode service) throws SQLException {
        String sql = """
            INSERT IGNORE INTO civic_service
                   (code, form, shown, service_group, keywords, descriptions, kind, placing, version)
            VALUES (?, ?, TRUE, ?, ?, ?, ?, ?, 1)
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, service.path("code").asString());
            statement.setString(2, service.path("form").asString());
            statement.setString(3, service.path("group").asString());
            statement.setString(4, service.path("keywords").toString());
            statement.setString(5, service.path("descriptions").toString());
            statement.setString(6, service.path("kind").asString());
            statement.setString(7, service.path("placing").toString());
            statement.executeUpdate();
        }
    }

    /** @param key {@code secret} stands in clear: such a key is for trying only */
    static void insertApiKey(Connection connection, JsonNode key) throws SQLException {
        String sql = """
            INSERT IGNORE INTO civic_api_key (id, hash, name, created_at)
            VALUES (?, ?, ?, UTC_TIMESTAMP(6))
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.path("id").asString());
            statement.setBytes(2, Sha256.of(key.path("secret").asString()));
            statement.setString(3, key.path("name").asString());
            statement.executeUpdate();
        }
    }
}
