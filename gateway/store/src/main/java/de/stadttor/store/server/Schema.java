package de.stadttor.store.server;

import org.flywaydb.core.Flyway;

/** The tables, as the newest migration leaves them. Whoever asks for it before the first query finds them there. */
final class Schema {

    private Schema() {}

    /** Migrates forward, by JDBC and so at start only; two nodes that start at once wait for each other. */
    static Schema migrated(Database database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return new Schema();
    }
}
