package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Anonymous cases that a citizen makes their own. */
@GatewayTest
class ClaimTest {

    @Autowired
    private Clients clients;

    private Desk desk;
    private String ticket;
    private String link;

    @BeforeEach
    void submit() {
        desk = new Desk(clients);
        JsonNode receipt = desk.submit(Submissions.anonymous());
        ticket = receipt.path("ticketId").asString();
        link = receipt.path("accessUrl").asString().replaceAll(".*#", "");
    }

    @Test
    void whoHasTheLinkAndALoginTakesPart() {
        assertThat(Desk.body(claim("citizen-low").expectStatus().isOk())
                        .path("ticketId")
                        .asString())
                .isEqualTo(ticket);
        claim("citizen-low").expectStatus().isOk();
        read("citizen-low").expectStatus().isOk();
        claim("other-citizen").expectStatus().isEqualTo(409);
        read("other-citizen").expectStatus().isNotFound();
    }

    @Test
    void aGuestClaimsNothing() {
        String session = Desk.body(
                        post("/access", clients.anybody(), link).expectStatus().isOk())
                .path("accessToken")
                .asString();
        post("/claims", clients.bearer(session), link).expectStatus().isForbidden();
        post("/claims", clients.as("citizen-low"), "A".repeat(43))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theRegisteredAddressObjectsByTheLinkItGets() {
        claim("citizen-low").expectStatus().isOk();
        String objection = await().until(this::objection, Optional::isPresent).orElseThrow();
        post("/objections", clients.anybody(), objection).expectStatus().isNoContent();
        post("/objections", clients.anybody(), objection).expectStatus().isNoContent();
        read("citizen-low").expectStatus().isNotFound();
        claim("citizen-low").expectStatus().isEqualTo(409);
        post("/objections", clients.anybody(), "A".repeat(43)).expectStatus().isNotFound();
    }

    @Test
    void aCaseworkerUndoesIt() {
        claim("citizen-low").expectStatus().isOk();
        for (int twice = 0; twice < 2; twice++) {
            clients.as("caseworker")
                    .delete()
                    .uri("/api/desk/v1/tickets/{id}/claim", ticket)
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        read("citizen-low").expectStatus().isNotFound();
        claim("other-citizen").expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec claim(String persona) {
        return post("/claims", clients.as(persona), link);
    }

    private WebTestClient.ResponseSpec read(String persona) {
        return clients.as(persona)
                .get()
                .uri("/api/citizen/v1/tickets/{id}", ticket)
                .exchange();
    }

    private static WebTestClient.ResponseSpec post(String path, WebTestClient caller, String secret) {
        return caller.post()
                .uri("/api/citizen/v1" + path)
                .bodyValue(Map.of("token", secret))
                .exchange();
    }

    /** As the demo shows it; a mail will say it. */
    private Optional<String> objection() {
        return Desk.body(clients.anybody().get().uri("/demo/status").exchange())
                .path("outbox")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals("claim"))
                .filter(item -> item.path("ticketId").asString().equals(ticket))
                .map(item -> item.path("link").asString().replaceAll(".*#", ""))
                .findAny();
    }
}
