package de.stadttor.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

@StoreTest
class TextProtocolTest {

    @Autowired
    private DatabaseClient database;

    @Test
    void aStatementAboutCallsIsNotPreparedOnTheServer() {
        long before = prepared();
        Flux.range(0, 20)
                .concatMap(number -> database.sql("SELECT COUNT(*) FROM phone_call WHERE id <> :id")
                        .bind("id", "call " + number)
                        .mapValue(Long.class)
                        .one())
                .blockLast();
        assertThat(prepared()).isEqualTo(before);
    }

    /** Statements that the server has ever been asked to prepare. */
    private long prepared() {
        return database.sql("SELECT variable_value FROM information_schema.global_status"
                        + " WHERE variable_name = 'COM_STMT_PREPARE'")
                .mapValue(Long.class)
                .one()
                .block();
    }
}
