package de.stadttor.bench.bare;

import de.stadttor.store.server.Database;
import de.stadttor.store.server.EmbeddedServer;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.IsolationLevel;
import java.io.IOException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.mariadb.r2dbc.MariadbConnectionConfiguration;
import org.mariadb.r2dbc.MariadbConnectionFactory;

/** The same server, tables and number of connections as the program's. */
final class BareDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 24;

    private final EmbeddedServer server;
    private final ConnectionPool pool;

    private BareDatabase(EmbeddedServer server) {
        this.server = server;
        this.pool = pool(server.database());
    }

    static BareDatabase start(Path binaries, Path home) throws IOException {
        EmbeddedServer server = EmbeddedServer.start(binaries, home);
        Database database = server.database();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return new BareDatabase(server);
    }

    ConnectionPool connections() {
        return pool;
    }

    @Override
    public void close() throws IOException {
        pool.dispose();
        server.close();
    }

    private static ConnectionPool pool(Database database) {
        var connections = new MariadbConnectionFactory(MariadbConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.schema())
                .username(database.user())
                .password(database.password())
                .isolationLevel(IsolationLevel.READ_COMMITTED)
                .build());
        return new ConnectionPool(ConnectionPoolConfiguration.builder(connections)
                .initialSize(2)
                .maxSize(CONNECTIONS)
                .build());
    }
}
