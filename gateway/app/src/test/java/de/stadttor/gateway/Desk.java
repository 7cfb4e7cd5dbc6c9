package de.stadttor.gateway;

import java.util.Map;
import java.util.Objects;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Steps that many tests take. */
final class Desk {

    private final Clients clients;

    Desk(Clients clients) {
        this.clients = clients;
    }

    /** Hands in a submission and gives its receipt. */
    JsonNode submit(Map<String, Object> submission) {
        return body(clients.as("formserver")
                .post()
                .uri("/api/intake/v1/submissions")
                .bodyValue(submission)
                .exchange()
                .expectStatus()
                .isCreated());
    }

    String ticketOf(Map<String, Object> submission) {
        return submit(submission).path("ticketId").asString();
    }

    JsonNode reply(String ticket, Map<String, Object> reply) {
        return body(clients.as("caseworker")
                .post()
                .uri("/api/desk/v1/tickets/{id}/replies", ticket)
                .bodyValue(reply)
                .exchange()
                .expectStatus()
                .isCreated());
    }

    JsonNode read(String ticket) {
        return body(clients.as("caseworker")
                .get()
                .uri("/api/desk/v1/tickets/{id}", ticket)
                .exchange()
                .expectStatus()
                .isOk());
    }

    WebTestClient.ResponseSpec change(String ticket, long version, Map<String, Object> change) {
        return clients.as("caseworker")
                .patch()
                .uri("/api/desk/v1/tickets/{id}", ticket)
                .header("If-Match", "\"" + version + "\"")
                .bodyValue(change)
                .exchange();
    }

    static JsonNode body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
