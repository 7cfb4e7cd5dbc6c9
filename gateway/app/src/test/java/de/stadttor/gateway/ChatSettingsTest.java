package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.contract.ContractCheck;
import de.stadttor.web.bodies.Schemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What is decided about chats, and what follows from it. */
@GatewayTest
class ChatSettingsTest {

    @Autowired
    private Clients clients;

    @Autowired
    private Schemas schemas;

    @Test
    void aQueueChatsAsAdministratorsDecide() {
        JsonNode before = Desk.body(read("admin", "familie").expectStatus().isOk());
        JsonNode decided = Desk.body(
                decide("admin", "familie", before, settings()).expectStatus().isOk());
        assertThat(decided.path("version").asLong())
                .isEqualTo(before.path("version").asLong() + 1);
        assertThat(Desk.body(read("teamlead", "familie"))).isEqualTo(decided);
        decide("admin", "familie", before, settings()).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void nobodyElseDecides() {
        read("caseworker", "familie").expectStatus().isForbidden();
        decide("teamlead", "familie", Desk.body(read("admin", "familie")), settings())
                .expectStatus()
                .isForbidden();
        read("admin", "nirgends").expectStatus().isNotFound();
    }

    @Test
    void whatCannotBeIsRefused() {
        JsonNode now = Desk.body(read("admin", "familie"));
        Map<String, Object> backwards = settings();
        backwards.put("hours", List.of(Map.of("day", "monday", "from", "16:00", "to", "08:00")));
        decide("admin", "familie", now, backwards).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        Map<String, Object> nowhere = settings();
        nowhere.put("blocked", List.of("203.0.113.0/99"));
        decide("admin", "familie", now, nowhere).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        clients.as("admin")
                .put()
                .uri("/api/desk/v1/chat-settings/familie")
                .attributes(ContractCheck.wrongOnPurpose())
                .bodyValue(settings())
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
    }

    @Test
    void aClosedChatBecomesAnOrdinaryTicketAndSaysSo() {
        Map<String, Object> closed = settings();
        closed.put("hours", List.of());
        decided("umwelt", closed);
        var scene = new ChatScene(clients, schemas);
        try (ChatClient erika = scene.citizen()) {
            Map<String, Object> opening = scene.opening("Ein Nest am Balkon");
            opening.put("queue", "umwelt");
            opening.put("language", "en");
            erika.say(opening);
            JsonNode opened = erika.hears("opened");
            JsonNode unattended = erika.hears("unattended");
            assertThat(unattended.path("reason").asString()).isEqualTo("closed");
            assertThat(unattended.path("text").asString()).contains("closed at the moment");
            assertThat(erika.hears("closed").path("reason").asString()).isEqualTo("unattended");
            String access = opened.path("accessUrl").asString();
            clients.anybody()
                    .post()
                    .uri("/api/citizen/v1/access")
                    .bodyValue(Map.of("token", access.substring(access.indexOf('#') + 1)))
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        assertThat(Desk.body(clients.anybody()
                                .get()
                                .uri("/chat/v1/queues/umwelt")
                                .exchange())
                        .path("state")
                        .asString())
                .isEqualTo("closed");
    }

    @Test
    void whoIsBlockedCannotBegin() {
        Map<String, Object> blocking = settings();
        blocking.put("blocked", List.of("127.0.0.0/8", "::1"));
        decided("familie", blocking);
        var scene = new ChatScene(clients, schemas);
        try (ChatClient erika = scene.citizen()) {
            Map<String, Object> opening = scene.opening("Guten Tag");
            opening.put("queue", "familie");
            erika.say(opening);
            erika.hearsError("blocked");
        }
        decided("familie", settings());
    }

    @Test
    void pagesOfAnAllowedSiteMayChatWithThatQueueOnly() {
        decided("familie", settings());
        var scene = new ChatScene(clients, schemas);
        try (ChatClient erika = scene.citizen("https://www.stadt.example")) {
            erika.say(scene.opening("Guten Tag"));
            erika.hearsError("origin");
        }
        clients.anybody()
                .get()
                .uri("/chat/v1/challenge")
                .header(HttpHeaders.ORIGIN, "https://www.stadt.example")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "https://www.stadt.example");
    }

    @Test
    void readyRepliesAreFoundByWhatTheySay() {
        clients.as("admin")
                .put()
                .uri("/api/desk/v1/canned-replies/oeffnung/de")
                .bodyValue(Map.of("text", "Wir haben von 8 bis 12 Uhr offen."))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(Desk.body(clients.as("caseworker")
                                .get()
                                .uri("/api/desk/v1/canned-replies?q=8 bis 12")
                                .exchange())
                        .path("items"))
                .singleElement()
                .satisfies(reply -> assertThat(reply.path("key").asString()).isEqualTo("oeffnung"));
        clients.as("caseworker")
                .delete()
                .uri("/api/desk/v1/canned-replies/oeffnung/de")
                .exchange()
                .expectStatus()
                .isForbidden();
        clients.as("admin")
                .delete()
                .uri("/api/desk/v1/canned-replies/oeffnung/de")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private void decided(String queue, Map<String, Object> settings) {
        decide("admin", queue, Desk.body(read("admin", queue)), settings)
                .expectStatus()
                .isOk();
    }

    private ResponseSpec read(String persona, String queue) {
        return clients.as(persona)
                .get()
                .uri("/api/desk/v1/chat-settings/{queue}", queue)
                .exchange();
    }

    private ResponseSpec decide(String persona, String queue, JsonNode seen, Map<String, Object> settings) {
        return clients.as(persona)
                .put()
                .uri("/api/desk/v1/chat-settings/{queue}", queue)
                .header(HttpHeaders.IF_MATCH, "\"" + seen.path("version").asLong() + "\"")
                .bodyValue(settings)
                .exchange();
    }

    private static Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "enabled",
                true,
                "hours",
                List.of(Map.of("day", "monday", "from", "00:00", "to", "24:00")),
                "closedOn",
                List.of("2026-12-24"),
                "mostWaiting",
                20,
                "idleMinutes",
                15,
                "abandonedMinutes",
                5,
                "waitMinutes",
                20,
                "origins",
                List.of("https://www.stadt.example"),
                "blocked",
                List.of("203.0.113.0/24")));
    }
}
