package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@GatewayTest
class LiveTest {

    private static final ParameterizedTypeReference<ServerSentEvent<JsonNode>> EVENTS =
            new ParameterizedTypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private Clients clients;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(clients);
    }

    @Test
    void aReplyArrivesWhileTheCitizenLooks() {
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        StepVerifier.create(follow("citizen-high", "/tickets/" + ticket, null).take(3))
                .assertNext(event -> assertThat(event.event()).isEqualTo("snapshot"))
                .then(() -> desk.reply(ticket, Map.of("text", "Wir kommen.")))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("message");
                    assertThat(data(event).path("direction").asString()).isEqualTo("toCitizen");
                    assertThat(data(event).toString()).doesNotContain("Wir kommen");
                })
                .assertNext(event -> assertThat(
                                data(event).path("publicState").path("code").asString())
                        .isEqualTo("inProgress"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void theStreamOfAllCarriesEveryTicketOfTheCitizenAndNobodyElses() {
        StepVerifier.create(follow("citizen-substantial", "", null).take(2))
                .assertNext(event -> assertThat(event.event()).isEqualTo("snapshot"))
                .then(() -> {
                    desk.ticketOf(Submissions.by("other-citizen"));
                    desk.ticketOf(Submissions.by("citizen-substantial"));
                })
                .assertNext(event -> assertThat(event.event()).isEqualTo("status"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aForgedOrForeignPositionIsAnsweredWithReset() {
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        String foreign = Objects.requireNonNull(follow("citizen-low", "", null).blockFirst(PATIENCE))
                .id();
        for (String id : new String[] {"forged", foreign}) {
            var first = follow("citizen-high", "/tickets/" + ticket, id).blockFirst(PATIENCE);
            assertThat(Objects.requireNonNull(first).event()).isEqualTo("reset");
        }
    }

    @Test
    void aMessageAboveTheLoginIsAnnouncedByIdOnly() {
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        StepVerifier.create(follow("citizen-high?level=low", "/tickets/" + ticket, null)
                        .take(2))
                .expectNextCount(1)
                .then(() -> desk.reply(ticket, Map.of("text", "Geheim", "requiredLevel", "high")))
                .assertNext(event ->
                        assertThat(data(event).path("withheld").asBoolean()).isTrue())
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aStreamEndsWithItsReasonWhenTheTicketsLevelRises() {
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        StepVerifier.create(follow("citizen-high?level=low", "/tickets/" + ticket, null))
                .expectNextCount(1)
                .then(() -> desk.change(ticket, 1, Map.of("requiredLevel", "high"))
                        .expectStatus()
                        .isOk())
                .assertNext(event -> assertThat(event.event()).isEqualTo("status"))
                .assertNext(event ->
                        assertThat(data(event).path("reason").asString()).isEqualTo("levelRaised"))
                .expectComplete()
                .verify(PATIENCE);
    }

    private Flux<ServerSentEvent<JsonNode>> follow(String persona, String what, String lastEventId) {
        WebTestClient client =
                clients.as(persona).mutate().responseTimeout(PATIENCE).build();
        return client.get()
                .uri("/api/citizen/v1" + what + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(headers -> {
                    if (lastEventId != null) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENTS)
                .getResponseBody()
                .filter(event -> event.event() != null);
    }

    private static JsonNode data(ServerSentEvent<JsonNode> event) {
        return Objects.requireNonNull(event.data());
    }
}
