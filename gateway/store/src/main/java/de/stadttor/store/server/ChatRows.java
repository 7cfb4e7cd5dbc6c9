package de.stadttor.store.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import tools.jackson.databind.JsonNode;

/** Writes what the catalogue says about chats; what is there stays as it is. */
final class ChatRows {

    private ChatRows() {}

    static void insertSettings(Connection connection, JsonNode settings) throws SQLException {
        String sql = "INSERT IGNORE INTO chat_settings (queue, settings, version) VALUES (?, ?, 1)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, settings.path("queue").asString());
            statement.setString(2, settings.toString());
            statement.executeUpdate();
        }
    }

    static void insertReply(Connection connection, JsonNode reply) throws SQLException {
        String sql = "INSERT IGNORE INTO canned_reply (name, language, text) VALUES (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, reply.path("key").asString());
            statement.setString(2, reply.path("language").asString());
            statement.setString(3, reply.path("text").asString());
            statement.executeUpdate();
        }
    }
}
