package de.stadttor.store.logins;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.logins.StartedLogin;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.store.StoreTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class R2dbcStartedLoginsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Autowired
    private DatabaseClient database;

    @AfterEach
    void removeTheCrowd() {
        database.sql("DELETE FROM started_login").then().block();
    }

    @Test
    void takesNoMoreThanItHasRoomFor() {
        crowd(R2dbcStartedLogins.MOST - 1);
        assertThat(new R2dbcStartedLogins(database).add(login("a")).block()).isTrue();
        assertThat(new R2dbcStartedLogins(database).add(login("b")).block()).isFalse();
    }

    private void crowd(int number) {
        database.sql("""
            INSERT INTO started_login
            SELECT SHA2(seq, 256), '_r', 'bayernid', 'high', NOW(6), NOW(6), SHA2(seq, 256), '/', ''
              FROM seq_1_to_\
            """ + number).then().block();
    }

    private static StartedLogin login(String key) {
        return new StartedLogin(
                key.repeat(64),
                "_r",
                "bayernid",
                AssuranceLevel.HIGH,
                NOW,
                NOW.plusSeconds(60),
                key.repeat(64),
                "/",
                "");
    }
}
