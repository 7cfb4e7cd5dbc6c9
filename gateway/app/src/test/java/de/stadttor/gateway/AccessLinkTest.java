package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Anonymous cases: the link, the session it opens, and their ends. */
@GatewayTest
class AccessLinkTest {

    @Autowired
    private Clients clients;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(clients);
    }

    @Test
    void aLinkOpensItsOneCaseAndNothingElse() {
        JsonNode receipt = desk.submit(Submissions.anonymous());
        String ticket = receipt.path("ticketId").asString();
        var opened = open(receipt)
                .expectStatus()
                .isOk()
                .expectCookie()
                .httpOnly("stadttor-session", true)
                .expectCookie()
                .sameSite("stadttor-session", "Lax");
        String session = Desk.body(opened).path("accessToken").asString();
        var guest = clients.bearer(session);
        guest.get()
                .uri("/api/citizen/v1/tickets/{id}", ticket)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(Desk.body(guest.get().uri("/api/citizen/v1/tickets").exchange())
                        .path("items"))
                .hasSize(1);
        guest.post()
                .uri("/api/citizen/v1/tickets")
                .bodyValue(Map.of("subject", "Noch etwas", "text", "Etwas anderes"))
                .exchange()
                .expectStatus()
                .isForbidden();
        String other = desk.ticketOf(Submissions.anonymous());
        guest.get()
                .uri("/api/citizen/v1/tickets/{id}", other)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aGuestWhoClosesTheCaseOpensItAgainByTheLink() {
        JsonNode receipt = desk.submit(Submissions.anonymous());
        var guest = clients.bearer(sessionOf(receipt));
        guest.delete()
                .uri("/api/citizen/v1/access")
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .maxAge("stadttor-session", Duration.ZERO);
        guest.get().uri("/api/citizen/v1/tickets").exchange().expectStatus().isUnauthorized();
        clients.bearer(sessionOf(receipt))
                .get()
                .uri("/api/citizen/v1/tickets")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aRevokedLinkOpensNothingAndEndsWhatItOpened() {
        JsonNode receipt = desk.submit(Submissions.anonymous());
        String ticket = receipt.path("ticketId").asString();
        var guest = clients.bearer(sessionOf(receipt));
        for (int twice = 0; twice < 2; twice++) {
            clients.as("caseworker")
                    .delete()
                    .uri("/api/desk/v1/tickets/{id}/access-link", ticket)
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        guest.get().uri("/api/citizen/v1/tickets").exchange().expectStatus().isUnauthorized();
        open(receipt).expectStatus().isNotFound();
        JsonNode history = Desk.body(clients.as("caseworker")
                .get()
                .uri("/api/desk/v1/tickets/{id}/history", ticket)
                .exchange());
        assertThat(history.path("items")
                        .valueStream()
                        .map(event -> event.path("kind").asString()))
                .containsExactly("ticket-opened", "link-revoked");
    }

    @Test
    void theCookieIsTakenFromOurOwnPagesOnly() {
        JsonNode receipt = desk.submit(Submissions.anonymous());
        String session = sessionOf(receipt);
        String messages = "/api/citizen/v1/tickets/" + receipt.path("ticketId").asString() + "/messages";
        for (var foreign : Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site")
                .entrySet()) {
            clients.anybody()
                    .post()
                    .uri(messages)
                    .cookie("stadttor-session", session)
                    .header(foreign.getKey(), foreign.getValue())
                    .bodyValue(Map.of("text", "Gefälscht"))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        clients.anybody()
                .post()
                .uri(messages)
                .cookie("stadttor-session", session)
                .header("Sec-Fetch-Site", "same-origin")
                .bodyValue(Map.of("text", "Echt"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void aSessionThatIsOverDoesNotStandInTheWayOfALink() {
        JsonNode receipt = desk.submit(Submissions.anonymous());
        clients.anybody()
                .post()
                .uri("/api/citizen/v1/access")
                .cookie("stadttor-session", "over")
                .bodyValue(Map.of("token", receipt.path("accessUrl").asString().replaceAll(".*#", "")))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aWrongLinkOpensNothing() {
        clients.anybody()
                .post()
                .uri("/api/citizen/v1/access")
                .bodyValue(Map.of("token", "A".repeat(43)))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private String sessionOf(JsonNode receipt) {
        return Desk.body(open(receipt)).path("accessToken").asString();
    }

    private WebTestClient.ResponseSpec open(JsonNode receipt) {
        return clients.anybody()
                .post()
                .uri("/api/citizen/v1/access")
                .bodyValue(Map.of("token", receipt.path("accessUrl").asString().replaceAll(".*#", "")))
                .exchange();
    }
}
