package de.stadttor.store.chats;

import static de.stadttor.store.Columns.instant;

import de.stadttor.chats.SharedTime;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** The database is what all nodes have in common. */
@Configuration(proxyBeanMethods = false)
class SharedTimeWiring {

    @Bean
    SharedTime sharedTime(Clock clock, DatabaseClient database) {
        return new SharedTime(
                clock,
                () -> database.sql("SELECT UTC_TIMESTAMP(6) AS now")
                        .map(row -> instant(row, "now"))
                        .one());
    }
}
