package de.stadttor.store;

import de.stadttor.events.MovableClock;
import de.stadttor.events.RecordedCommits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The store as the program has it, with a clock and a commit listener of the tests. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ImportAutoConfiguration({
    R2dbcAutoConfiguration.class,
    DataR2dbcAutoConfiguration.class,
    R2dbcTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
class StoreBeans {

    @Bean
    MovableClock clock() {
        return new MovableClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    @Bean
    RecordedCommits commits() {
        return new RecordedCommits();
    }
}
