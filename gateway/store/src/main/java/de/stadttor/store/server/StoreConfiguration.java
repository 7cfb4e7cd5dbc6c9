package de.stadttor.store.server;

import de.stadttor.files.ContentStore;
import de.stadttor.store.files.ContentDirectory;
import de.stadttor.store.files.Orphans;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.ValidationDepth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.mariadb.r2dbc.MariadbConnectionConfiguration;
import org.mariadb.r2dbc.MariadbConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Starts what must be there before the first query: the server, its schema, the pool. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    /** Whoever comes on top of these is told to come again, before memory grows. */
    private static final int MOST_WAITING = 2000;

    /**
     * In seconds: how long a transaction waits for another one, and how long one may do nothing. A node that freezes in
     * the middle of one would otherwise keep what it holds from the others until it thaws.
     */
    private static final Map<String, Object> SESSION =
            Map.of("innodb_lock_wait_timeout", 5, "idle_transaction_timeout", 60);

    @Bean(destroyMethod = "close")
    @Conditional(NoServerConfigured.class)
    EmbeddedServer embeddedServer(StoreSettings settings) throws IOException {
        Path home = settings.home().resolve("mariadb");
        Path binaries = Objects.requireNonNullElse(settings.binaries(), home.resolve("server"));
        return EmbeddedServer.start(binaries.toAbsolutePath(), home.toAbsolutePath());
    }

    @Bean
    Database database(StoreSettings settings, ObjectProvider<EmbeddedServer> embedded) {
        EmbeddedServer server = embedded.getIfAvailable();
        if (server != null) {
            return server.database();
        }
        StoreSettings.Server own = Objects.requireNonNull(settings.database());
        return Database.of(own.url(), own.user(), own.password());
    }

    @Bean
    Schema schema(Database database) {
        return Schema.migrated(database);
    }

    /** Asking for {@code schema} makes the migrations run first. */
    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionFactory(Database database, Schema schema, StoreSettings settings) {
        var driver = new MariadbConnectionFactory(MariadbConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.schema())
                .username(database.user())
                .password(database.password())
                .connectTimeout(Duration.ofSeconds(5))
                .isolationLevel(IsolationLevel.READ_COMMITTED)
                .sessionVariables(SESSION)
                .build());
        return new ConnectionPool(ConnectionPoolConfiguration.builder(new TextProtocol(driver))
                .initialSize(2)
                .maxSize(settings.connections())
                .maxIdleTime(Duration.ofMinutes(10))
                .customizer(pool -> pool.maxPendingAcquire(MOST_WAITING))
                .maxAcquireTime(Duration.ofSeconds(5))
                .maxCreateConnectionTime(Duration.ofSeconds(5))
                .acquireRetry(2)
                .validationDepth(ValidationDepth.LOCAL)
                .build());
    }

    @Bean
    Orphans orphans(StoreSettings settings, DatabaseClient database) {
        return new Orphans(settings.home().resolve("files"), database);
    }

    @Bean
    ContentStore contentStore(StoreSettings settings) throws IOException {
        return ContentDirectory.at(settings.home().resolve("files"));
    }
}
