package de.stadttor.store.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data lives.
 *
 * @param home folder of everything that this installation keeps (STADTTOR_HOME)
 * @param binaries where the embedded MariaDB is unpacked; below home unless set
 * @param database a MariaDB server of one's own; the embedded one runs without
 * @param connections most connections to the database, 2 to 200
 */
@ConfigurationProperties("stadttor.store")
public record StoreSettings(
        Path home,
        @Nullable Path binaries,
        @Nullable Server database,
        @DefaultValue("24") int connections) {

    /**
     * A MariaDB server.
     *
     * @param url {@code r2dbc:mariadb://host:port/schema} (STADTTOR_DB_URL)
     */
    public record Server(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {}
}
