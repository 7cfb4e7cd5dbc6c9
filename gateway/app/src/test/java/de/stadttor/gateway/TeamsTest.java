package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.contract.ContractCheck;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@GatewayTest
class TeamsTest {

    @Autowired
    private Clients clients;

    @Test
    void anAdministratorSaysWhoMayAnswerByMail() {
        String subject = "k.muster-" + UUID.randomUUID();
        String address = subject + "@Stadt.test";

        JsonNode registered =
                Desk.body(register("admin", subject, address).expectStatus().isOk());
        assertThat(registered.path("address").asString()).isEqualTo(address.toLowerCase());
        assertThat(listed()).contains(subject);
        remove(subject).expectStatus().isNoContent();
        remove(subject).expectStatus().isNotFound();
        assertThat(listed()).doesNotContain(subject);
    }

    @Test
    void noTwoColleaguesHaveOneAddress() {
        String first = "first-" + UUID.randomUUID();
        register("admin", first, first + "@stadt.test").expectStatus().isOk();

        JsonNode problem = Desk.body(register("admin", "second-" + UUID.randomUUID(), first + "@stadt.test")
                .expectStatus()
                .isEqualTo(422));
        assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("/address");
    }

    @Test
    void onlyAdministratorsDecideThat() {
        register("caseworker", "x", "x@stadt.test").expectStatus().isForbidden();
        clients.as("teamlead")
                .get()
                .uri("/api/desk/v1/colleagues")
                .exchange()
                .expectStatus()
                .isForbidden();
        move("caseworker", "steuern", "team@stadt.test").expectStatus().isForbidden();
    }

    @Test
    void aQueueGetsATeamAddressAndLosesIt() {
        move("admin", "steuern", "steuern@stadt.test").expectStatus().isOk();
        assertThat(Desk.body(address("steuern").expectStatus().isOk())
                        .path("address")
                        .asString())
                .isEqualTo("steuern@stadt.test");
        silence("steuern").expectStatus().isNoContent();
        address("steuern").expectStatus().isNotFound();
        silence("steuern").expectStatus().isNotFound();
        move("admin", "steuern", "team@stadt.test").expectStatus().isOk();
        move("admin", "mond", "mond@stadt.test").expectStatus().isNotFound();
    }

    @Test
    void whatIsNoAddressIsRefused() {
        clients.as("admin")
                .put()
                .uri("/api/desk/v1/queues/steuern/team-address")
                .attributes(ContractCheck.wrongOnPurpose())
                .bodyValue(Map.of("address", "team\r\nBcc: x@stadt.test"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    private List<String> listed() {
        return Desk.body(clients.as("admin")
                        .get()
                        .uri("/api/desk/v1/colleagues?limit=100")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("items")
                .valueStream()
                .map(colleague -> colleague.path("subject").asString())
                .toList();
    }

    private ResponseSpec register(String persona, String subject, String address) {
        return clients.as(persona)
                .put()
                .uri("/api/desk/v1/colleagues/{subject}", subject)
                .bodyValue(Map.of("name", "K. Muster", "address", address, "queues", List.of("buergerbuero")))
                .exchange();
    }

    private ResponseSpec remove(String subject) {
        return clients.as("admin")
                .delete()
                .uri("/api/desk/v1/colleagues/{subject}", subject)
                .exchange();
    }

    private ResponseSpec address(String queue) {
        return clients.as("admin")
                .get()
                .uri("/api/desk/v1/queues/{queue}/team-address", queue)
                .exchange();
    }

    private ResponseSpec move(String persona, String queue, String address) {
        return clients.as(persona)
                .put()
                .uri("/api/desk/v1/queues/{queue}/team-address", queue)
                .bodyValue(Map.of("address", address))
                .exchange();
    }

    private ResponseSpec silence(String queue) {
        return clients.as("admin")
                .delete()
                .uri("/api/desk/v1/queues/{queue}/team-address", queue)
                .exchange();
    }
}
