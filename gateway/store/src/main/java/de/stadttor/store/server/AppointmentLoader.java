package de.stadttor.store.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Loads a catalogue of offices and their hours, at start only and so by JDBC, where there is none yet. The slots follow
 * when the program runs.
 */
@Component
public final class AppointmentLoader {

    private final Database database;

    /** @param schema must be there before */
    AppointmentLoader(Database database, Schema schema) {
        this.database = database;
    }

    /** @param content {@code catalogue} and {@code availabilities}, each as it is stored */
    public void load(JsonNode content) {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            if (insertCatalogue(connection, content.path("catalogue"))) {
                for (JsonNode availability : content.path("availabilities")) {
                    insertAvailability(connection, availability);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The calendars cannot be loaded", e);
        }
    }

    /** False when there is one. */
    private static boolean insertCatalogue(Connection connection, JsonNode catalogue) throws SQLException {
        String sql = """
            INSERT IGNORE INTO appointment_catalogue (version, body, made_by, at) VALUES (1, ?, 'demo', UTC_TIMESTAMP(6))
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, catalogue.toString());
            return statement.executeUpdate() == 1;
        }
    }

    private static void insertAvailability(Connection connection, JsonNode availability) throws SQLException {
        String sql = "INSERT INTO appointment_availability (id, scope, body, version) VALUES (?, ?, ?, 1)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, availability.path("id").asString());
            statement.setInt(2, availability.path("scope").asInt());
            statement.setString(3, availability.path("body").toString());
            statement.executeUpdate();
        }
    }
}
