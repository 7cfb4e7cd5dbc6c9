package de.stadttor.store.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a database remembers of the installation it belongs to. Asked at start only, by JDBC like the migrations. */
@Component
public final class Installations {

    private final Database database;

    /** @param schema must be there before */
    Installations(Database database, Schema schema) {
        this.database = database;
    }

    /**
     * Takes the database for the demo.
     *
     * @param fresh makes the keys to keep if the database is new; making them costs a second
     * @throws IllegalStateException when the database belongs to a real program
     */
    public DemoKeys claimForDemo(Supplier<DemoKeys> fresh) {
        return claim(true, fresh);
    }

    /**
     * Takes the database for a real program.
     *
     * @throws IllegalStateException when the database was made by a demo
     */
    public void claim() {
        claim(false, () -> DemoKeys.NONE);
    }

    private DemoKeys claim(boolean demo, Supplier<DemoKeys> fresh) {
        try (Connection connection = open()) {
            Optional<DemoKeys> kept = read(connection, demo);
            if (kept.isPresent()) {
                return kept.get();
            }
            insert(connection, demo, fresh.get());
            return read(connection, demo).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked whose it is", e);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** Leaves what another node wrote in the same moment. */
    private static void insert(Connection connection, boolean demo, DemoKeys fresh) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT IGNORE INTO installation (id, demo, secret, signing_key) VALUES (1, ?, ?, ?)")) {
            statement.setBoolean(1, demo);
            statement.setBytes(2, demo ? fresh.secret() : null);
            statement.setBytes(3, demo ? fresh.signingKey() : null);
            statement.executeUpdate();
        }
    }

    private static Optional<DemoKeys> read(Connection connection, boolean demo) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT demo, secret, signing_key FROM installation");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            if (row.getBoolean("demo") != demo) {
                throw new IllegalStateException(
                        demo
                                ? "This database belongs to a real installation: the demo does not start on it."
                                : "This database was made by the demo: only the demo starts on it.");
            }
            return Optional.of(
                    demo ? new DemoKeys(row.getBytes("secret"), row.getBytes("signing_key")) : DemoKeys.NONE);
        }
    }

    /** Keys that a demo keeps in its database, so that every node and every start has the same. */
    public static final class DemoKeys {

        static final DemoKeys NONE = new DemoKeys(new byte[0], new byte[0]);

        private final byte[] secret;
        private final byte[] signingKey;

        public DemoKeys(byte[] secret, byte[] signingKey) {
            this.secret = secret.clone();
            this.signingKey = signingKey.clone();
        }

        /** 32 random bytes: the key of the seals. */
        public byte[] secret() {
            return secret.clone();
        }

        /** PKCS #8. */
        public byte[] signingKey() {
            return signingKey.clone();
        }
    }
}
