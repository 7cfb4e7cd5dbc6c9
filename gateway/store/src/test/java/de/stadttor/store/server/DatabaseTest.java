package de.stadttor.store.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"r2dbc:mariadb://db.example:3307/stadt", "jdbc:mariadb://db.example:3307/stadt"})
    void readsBothWaysOfWritingAnAddress(String url) {
        Database database = Database.of(url, "user", "secret");
        assertThat(database).isEqualTo(new Database("db.example", 3307, "stadt", "user", "secret"));
        assertThat(database.jdbcUrl()).isEqualTo("jdbc:mariadb://db.example:3307/stadt");
    }

    @Test
    void knowsTheUsualPort() {
        assertThat(Database.of("r2dbc:mariadb://db.example/stadt", "user", "").port())
                .isEqualTo(3306);
    }

    @Test
    void saysWhatAnAddressLacks() {
        assertThatThrownBy(() -> Database.of("r2dbc:mariadb://db.example", "user", ""))
                .hasMessageContaining("database");
    }
}
