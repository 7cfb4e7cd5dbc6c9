package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GatewayTest
class FirstLightTest {

    @Autowired
    private Clients clients;

    @Test
    void makesATicketOfASubmissionThatTheCitizenReadsAndACaseworkerAnswers() {
        var receipt = clients.as("formserver")
                .post()
                .uri("/api/intake/v1/submissions")
                .bodyValue(Map.of(
                        "form",
                        "insektennest",
                        "submissionId",
                        "first-light",
                        "fields",
                        Map.of("ort", "Marienplatz 8"),
                        "citizen",
                        Map.of(
                                "identity",
                                Map.of("scheme", "bayernid", "bpk2", "demo-citizen-high", "spHost", "localhost"))))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(receipt).isNotNull();
        String ticket = "/tickets/" + receipt.path("ticketId").asString();
        clients.as("caseworker")
                .post()
                .uri("/api/desk/v1" + ticket + "/replies")
                .bodyValue(Map.of("text", "Wir kommen morgen."))
                .exchange()
                .expectStatus()
                .isCreated();
        clients.as("citizen-high")
                .get()
                .uri("/api/citizen/v1" + ticket + "/messages")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[1].text")
                .isEqualTo("Wir kommen morgen.");
        clients.as("citizen-high")
                .get()
                .uri("/api/citizen/v1" + ticket)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.publicState.code")
                .isEqualTo("inProgress");
    }
}
