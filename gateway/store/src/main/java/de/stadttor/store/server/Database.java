package de.stadttor.store.server;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Objects;

/**
 * Where the database is.
 *
 * @param schema name of the database on the server
 */
public record Database(String host, int port, String schema, String user, String password) {

    private static final int MARIADB_PORT = 3306;

    /** Reads {@code r2dbc:mariadb://host:port/schema}; the same with {@code jdbc:} is understood as well. */
    public static Database of(String url, String user, String password) {
        var options = ConnectionFactoryOptions.parse(url.startsWith("jdbc:") ? "r2" + url.substring(1) : url);
        Object port = options.getValue(ConnectionFactoryOptions.PORT);
        return new Database(
                text(options, ConnectionFactoryOptions.HOST),
                port instanceof Integer number ? number : MARIADB_PORT,
                text(options, ConnectionFactoryOptions.DATABASE),
                user,
                password);
    }

    /** For Flyway, which speaks JDBC. */
    public String jdbcUrl() {
        return "jdbc:mariadb://" + host + ":" + port + "/" + schema;
    }

    @Override
    public String toString() {
        return "MariaDB at " + host + ":" + port + "/" + schema;
    }

    private static String text(ConnectionFactoryOptions options, Option<String> option) {
        return Objects.requireNonNull(
                (String) options.getValue(option), () -> "the database URL lacks its " + option.name());
    }
}
