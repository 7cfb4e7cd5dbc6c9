package de.stadttor.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UsualProfileTest {

    @Test
    void isBayernIdWhereItIsSetUp() {
        assertThat(UsualProfile.among(List.of("bundid", "bayernid", "a"))).isEqualTo("bayernid");
    }

    @Test
    void isTheFirstByNameElsewhere() {
        assertThat(UsualProfile.among(List.of("keycloak", "bundid"))).isEqualTo("bundid");
    }

    @Test
    void isNoneWhereNobodyLogsInHere() {
        assertThat(UsualProfile.among(List.of())).isNull();
    }
}
