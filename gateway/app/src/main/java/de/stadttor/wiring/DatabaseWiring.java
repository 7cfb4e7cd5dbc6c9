package de.stadttor.wiring;

import de.stadttor.store.Outages;
import de.stadttor.web.Outage;
import de.stadttor.web.limits.Bottleneck;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web must know of the database. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

    /** So many waiting for a connection take about a second to be served. */
    private static final int QUEUE = 500;

    @Bean
    Outage databaseOutage() {
        return Outages::isOne;
    }

    @Bean
    Bottleneck connections(ConnectionPool pool) {
        PoolMetrics metrics = pool.getMetrics().orElseThrow();
        return () -> metrics.pendingAcquireSize() >= QUEUE;
    }
}
