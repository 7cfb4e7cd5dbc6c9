package de.stadttor.store.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Keys with certificates of a demo, the same for every node. Asked at start only, by JDBC like the migrations. */
@Component
public final class DemoCertificates {

    private final Database database;

    /** @param schema must be there before */
    DemoCertificates(Database database, Schema schema) {
        this.database = database;
    }

    /**
     * The key of that name.
     *
     * @param fresh makes the one to keep if there is none; making it costs a second
     */
    public Kept keptOr(String name, Supplier<Kept> fresh) {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            Optional<Kept> kept = read(connection, name);
            if (kept.isPresent()) {
                return kept.get();
            }
            insert(connection, name, fresh.get());
            return read(connection, name).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("The demo's keys cannot be read", e);
        }
    }

    /** Leaves what another node wrote in the same moment. */
    private static void insert(Connection connection, String name, Kept fresh) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT IGNORE INTO demo_key (name, private_key, certificate) VALUES (?, ?, ?)")) {
            statement.setString(1, name);
            statement.setBytes(2, fresh.privateKey());
            statement.setBytes(3, fresh.certificate());
            statement.executeUpdate();
        }
    }

    private static Optional<Kept> read(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT private_key, certificate FROM demo_key WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(row.getBytes("private_key"), row.getBytes("certificate")))
                        : Optional.empty();
            }
        }
    }

    /**
     * @param privateKey PKCS #8
     * @param certificate X.509, DER
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at start, compared by nobody
    public record Kept(byte[] privateKey, byte[] certificate) {

        @Override
        public String toString() {
            return "Kept";
        }
    }
}
