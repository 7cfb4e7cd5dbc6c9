package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class OperationsTest {

    private static final String METRICS = "/actuator/prometheus";

    @Autowired
    private Clients clients;

    @Test
    void administratorsSeeHowEachPartIs() {
        var health = Desk.body(
                clients.as("admin").get().uri("/actuator/health/operators").exchange());
        assertThat(health.path("components").propertyNames()).contains("mailbox", "outbox", "r2dbc");
    }

    @Test
    void administratorsReadTheMetrics() {
        clients.as("admin")
                .get()
                .uri(METRICS)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics).contains("stadttor_outbox_waiting"));
    }

    @ParameterizedTest
    @ValueSource(strings = {METRICS, "/actuator/health/operators"})
    void nobodyElseDoes(String path) {
        clients.as("teamlead").get().uri(path).exchange().expectStatus().isForbidden();
        clients.as("citizen-high").get().uri(path).exchange().expectStatus().isUnauthorized();
        clients.anybody().get().uri(path).exchange().expectStatus().isUnauthorized();
    }
}
