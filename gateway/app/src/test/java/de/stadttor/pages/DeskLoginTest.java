package de.stadttor.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeskLoginTest {

    @Test
    void scriptsMayConnectToTheProviderAndNowhereElse() {
        var login = new DeskLogin(List.of(), "https://login.stadt.test:8443/realms/stadt", "stadttor-desk", "openid");
        assertThat(login.origin()).isEqualTo(" https://login.stadt.test:8443");
        assertThat(DeskLogin.demo(List.of("admin")).origin()).isEmpty();
    }
}
