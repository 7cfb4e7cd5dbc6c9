package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** Citizens who act for others by a mandate that a caseworker recorded. */
@GatewayTest
class MandateTest {

    private static final Map<String, Object> WARD = Map.of("kind", "ward", "name", "Max Mustermann");
    private static final ParameterizedTypeReference<ServerSentEvent<JsonNode>> EVENTS =
            new ParameterizedTypeReference<>() {};

    @Autowired
    private Clients clients;

    private Desk desk;
    private String evidence;

    @BeforeEach
    void submitTheProof() {
        desk = new Desk(clients);
        evidence = desk.ticketOf(Submissions.propertyTaxBy("citizen-high"));
    }

    @Test
    void theRepresentativeWritesAsTheWardAndEveryMessageTellsIt() {
        String mandate = recorded(evidence, WARD).path("id").asString();
        String ticket = open("citizen-high", mandate).path("id").asString();
        JsonNode message = Desk.body(acting("citizen-high", mandate)
                .get()
                .uri("/api/citizen/v1/tickets/{id}/messages", ticket)
                .exchange()
                .expectStatus()
                .isOk());
        for (JsonNode shown : List.of(
                message.path("items").get(0), desk.read(ticket).path("messages").get(0))) {
            assertThat(shown.path("onBehalf").path("representative").asString()).isEqualTo("Erika Mustermann");
            assertThat(shown.path("onBehalf").path("principal").path("name").asString())
                    .isEqualTo("Max Mustermann");
        }
        read(clients.as("citizen-high"), ticket).expectStatus().isNotFound();
        read(acting("citizen-high", mandate), evidence).expectStatus().isNotFound();
    }

    @Test
    void twoRepresentativesOfOnePrincipalSeeTheSame() {
        JsonNode first = recorded(evidence, Map.of("kind", "organisation", "name", "Muster GmbH"));
        String other = desk.ticketOf(Submissions.propertyTaxBy("other-citizen"));
        JsonNode second =
                recorded(other, Map.of("id", first.path("principal").path("id").asString()));
        String ticket =
                open("citizen-high", first.path("id").asString()).path("id").asString();
        read(acting("other-citizen", second.path("id").asString()), ticket)
                .expectStatus()
                .isOk();
    }

    @Test
    void nobodyActsByAMandateOfSomebodyElse() {
        String mandate = recorded(evidence, WARD).path("id").asString();
        read(acting("other-citizen", mandate), evidence).expectStatus().isForbidden();
        read(acting("citizen-high", evidence), evidence).expectStatus().isForbidden();
        acting("citizen-high", "1")
                .get()
                .uri("/api/citizen/v1/me")
                .attributes(wrongOnPurpose())
                .exchange()
                .expectStatus()
                .isBadRequest();
        assertThat(Desk.body(clients.as("other-citizen")
                                .get()
                                .uri("/api/citizen/v1/mandates")
                                .exchange())
                        .path("items")
                        .valueStream()
                        .map(each -> each.path("id").asString()))
                .doesNotContain(mandate);
    }

    @Test
    void aRevokedMandateEndsAtOnceWithItsStreams() {
        String mandate = recorded(evidence, WARD).path("id").asString();
        String ticket = open("citizen-high", mandate).path("id").asString();
        StepVerifier.create(acting("citizen-high", mandate)
                        .get()
                        .uri("/api/citizen/v1/tickets/{id}/events", ticket)
                        .exchange()
                        .returnResult(EVENTS)
                        .getResponseBody()
                        .filter(event -> event.event() != null))
                .assertNext(event -> assertThat(event.event()).isEqualTo("snapshot"))
                .then(() -> revoke(mandate))
                .assertNext(event -> assertThat(Objects.requireNonNull(event.data())
                                .path("reason")
                                .asString())
                        .isEqualTo("revoked"))
                .expectComplete()
                .verify(Duration.ofSeconds(20));
        revoke(mandate);
        read(acting("citizen-high", mandate), ticket).expectStatus().isForbidden();
        assertThat(Desk.body(clients.as("caseworker")
                                .get()
                                .uri("/api/desk/v1/tickets/{id}/mandates", evidence)
                                .exchange())
                        .path("items")
                        .get(0)
                        .path("revokedAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void aMandateNeedsASenderWhoseIdentityWasProven() {
        for (String weak :
                List.of(desk.ticketOf(Submissions.anonymous()), desk.ticketOf(Submissions.by("citizen-low")))) {
            record(weak, WARD).expectStatus().isEqualTo(409);
        }
        record(evidence, Map.of("id", evidence)).expectStatus().isEqualTo(422);
        clients.as("caseworker")
                .post()
                .uri("/api/desk/v1/tickets/{id}/mandates", evidence)
                .bodyValue(Map.of("principal", WARD, "until", "2020-01-01T00:00:00Z"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        clients.as("caseworker")
                .post()
                .uri("/api/desk/v1/tickets/{id}/mandates", evidence)
                .bodyValue(Map.of("principal", Map.of("kind", "ward")))
                .attributes(wrongOnPurpose())
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    private JsonNode open(String persona, String mandate) {
        return Desk.body(acting(persona, mandate)
                .post()
                .uri("/api/citizen/v1/tickets")
                .bodyValue(Map.of("subject", "Antrag", "text", "Für mein Mündel"))
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private JsonNode recorded(String ticket, Map<String, Object> principal) {
        return Desk.body(record(ticket, principal).expectStatus().isCreated());
    }

    private WebTestClient.ResponseSpec record(String ticket, Map<String, Object> principal) {
        return clients.as("caseworker")
                .post()
                .uri("/api/desk/v1/tickets/{id}/mandates", ticket)
                .bodyValue(Map.of("principal", principal))
                .exchange();
    }

    private void revoke(String mandate) {
        clients.as("caseworker")
                .delete()
                .uri("/api/desk/v1/tickets/{id}/mandates/{mandate}", evidence, mandate)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private WebTestClient acting(String persona, String mandate) {
        return clients.as(persona).mutate().defaultHeader("Acting-For", mandate).build();
    }

    private static WebTestClient.ResponseSpec read(WebTestClient caller, String ticket) {
        return caller.get().uri("/api/citizen/v1/tickets/{id}", ticket).exchange();
    }
}
