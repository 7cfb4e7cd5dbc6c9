package de.stadttor.store.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Loads queues, forms and teams from JSON, at start only and so by JDBC. What is there already is left alone. */
@Component
public final class CatalogueLoader {

    private final Database database;

    /** @param schema must be there before */
    CatalogueLoader(Database database, Schema schema) {
        this.database = database;
    }

    /**
     * @param catalogue {@code queues}, {@code mailboxes}, {@code forms}, {@code civicServices}, {@code apiKeys},
     *     {@code teams}, {@code colleagues}, {@code chatSettings} and {@code cannedReplies}, each with the columns of
     *     its table
     */
    public void load(JsonNode catalogue) {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            for (JsonNode queue : catalogue.path("queues")) {
                insertQueue(connection, queue);
            }
            for (JsonNode mailbox : catalogue.path("mailboxes")) {
                insertMailbox(connection, mailbox);
            }
            for (JsonNode form : catalogue.path("forms")) {
                insertForm(connection, form);
            }
            for (JsonNode service : catalogue.path("civicServices")) {
                CivicRows.insertService(connection, service);
            }
            for (JsonNode key : catalogue.path("apiKeys")) {
                CivicRows.insertApiKey(connection, key);
            }
            for (JsonNode team : catalogue.path("teams")) {
                insertTeam(connection, team);
            }
            for (JsonNode colleague : catalogue.path("colleagues")) {
                insertColleague(connection, colleague);
            }
            for (JsonNode settings : catalogue.path("chatSettings")) {
                ChatRows.insertSettings(connection, settings);
            }
            for (JsonNode reply : catalogue.path("cannedReplies")) {
                ChatRows.insertReply(connection, reply);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue cannot be loaded", e);
        }
    }

    private static void insertQueue(Connection connection, JsonNode queue) throws SQLException {
        String sql = "INSERT IGNORE INTO queue (name, title, reopen_days, custom_fields) VALUES (?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, queue.path("name").asString());
            statement.setString(2, queue.path("title").asString());
            statement.setInt(3, queue.path("reopenDays").asInt());
            statement.setString(4, queue.path("customFields").toString());
            statement.executeUpdate();
        }
    }

    private static void insertTeam(Connection connection, JsonNode team) throws SQLException {
        String sql = "INSERT IGNORE INTO team_address (queue, address) VALUES (?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, team.path("queue").asString());
            statement.setString(2, team.path("address").asString());
            statement.executeUpdate();
        }
    }

    private static void insertColleague(Connection connection, JsonNode colleague) throws SQLException {
        String sql = "INSERT IGNORE INTO colleague (subject, name, address, queues) VALUES (?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, colleague.path("subject").asString());
            statement.setString(2, colleague.path("name").asString());
            statement.setString(3, colleague.path("address").asString());
            statement.setString(4, colleague.path("queues").toString());
            statement.executeUpdate();
        }
    }

    private static void insertMailbox(Connection connection, JsonNode mailbox) throws SQLException {
        String sql = "INSERT IGNORE INTO mail_sorting (mailbox, queue, rules, version) VALUES (?, ?, ?, 1)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, mailbox.path("mailbox").asString());
            statement.setString(2, mailbox.path("queue").asString());
            statement.setString(3, mailbox.path("rules").toString());
            statement.executeUpdate();
        }
    }

    private static void insertForm(Connection connection, JsonNode form) throws SQLException {
        String sql = """
            INSERT IGNORE INTO form (name, version, definition, example, submit_level, read_level, queue, texts,
                                     retention_days, presentation, on_page, files, service_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, form.path("name").asString());
            statement.setInt(2, form.path("version").asInt());
            statement.setString(3, form.path("schema").toString());
            statement.setString(4, form.path("example").toString());
            statement.setString(5, form.path("submitLevel").asString());
            statement.setString(6, form.path("readLevel").asString());
            statement.setString(7, form.path("queue").asString());
            statement.setString(8, form.path("texts").toString());
            statement.setInt(9, form.path("retentionDays").asInt());
            statement.setString(
                    10,
                    form.path("presentation").isObject()
                            ? form.path("presentation").toString()
                            : "{}");
            statement.setBoolean(11, form.path("onPage").asBoolean());
            statement.setInt(12, form.path("files").asInt());
            statement.setString(
                    13,
                    form.path("serviceKey").isString() ? form.path("serviceKey").asString() : null);
            statement.executeUpdate();
        }
    }
}
