package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@GatewayTest
class LevelsTest {

    @Autowired
    private Clients clients;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(clients);
    }

    @Test
    void aTicketAboveTheLoginIsAnnouncedInTheListAndAsksForAStrongerOne() {
        String ticket = desk.ticketOf(Submissions.propertyTaxBy("citizen-high"));
        JsonNode item =
                Desk.body(as("low", "/api/citizen/v1/tickets")).path("items").get(0);
        assertThat(item.path("id").asString()).isEqualTo(ticket);
        assertThat(item.path("withheld").asBoolean()).isTrue();
        assertThat(item.path("subject").isNull()).isTrue();
        JsonNode problem = Desk.body(as("low", "/api/citizen/v1/tickets/" + ticket)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(
                        "WWW-Authenticate",
                        "Bearer error=\"insufficient_user_authentication\", acr_values=\"substantial\""));
        assertThat(problem.path("requiredLevel").asString()).isEqualTo("substantial");
        as("substantial", "/api/citizen/v1/tickets/" + ticket).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages", "/events"})
    void everythingBelowSuchATicketAsksTheSame(String below) {
        String ticket = desk.ticketOf(Submissions.propertyTaxBy("citizen-high"));
        as("low", "/api/citizen/v1/tickets/" + ticket + below).expectStatus().isUnauthorized();
    }

    @Test
    void aMessageAboveTheLoginIsAnnouncedNotShown() {
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        desk.reply(ticket, Map.of("text", "Streng vertraulich", "requiredLevel", "high"));
        JsonNode low = Desk.body(as("low", "/api/citizen/v1/tickets/" + ticket + "/messages"));
        JsonNode announced = low.path("items").get(1);
        assertThat(announced.path("withheld").asBoolean()).isTrue();
        assertThat(announced.path("text").isNull()).isTrue();
        assertThat(low.toString()).doesNotContain("vertraulich");
        JsonNode high = Desk.body(as("high", "/api/citizen/v1/tickets/" + ticket + "/messages"));
        assertThat(high.path("items").get(1).path("text").asString()).isEqualTo("Streng vertraulich");
    }

    @Test
    void aCaseworkerRaisesTheLevelOfATicketAndNobodyLowersIt() {
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        desk.change(ticket, 1, Map.of("requiredLevel", "high")).expectStatus().isOk();
        as("substantial", "/api/citizen/v1/tickets/" + ticket).expectStatus().isUnauthorized();
        desk.change(ticket, 2, Map.of("requiredLevel", "low")).expectStatus().isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/messages", "/events"})
    void somebodyElsesTicketDoesNotExist(String below) {
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        JsonNode problem = Desk.body(clients.as("other-citizen")
                .get()
                .uri("/api/citizen/v1/tickets/" + ticket + below)
                .exchange()
                .expectStatus()
                .isNotFound());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/ticket-unknown");
    }

    @Test
    void anUnchangedTicketIsNotSentAgainAndAnotherLanguageIsAnotherRepresentation() {
        String ticket = "/api/citizen/v1/tickets/" + desk.ticketOf(Submissions.by("citizen-high"));
        String tag = as("high", ticket)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        for (var language : Map.of("de", 304, "en", 200).entrySet()) {
            clients.as("citizen-high")
                    .get()
                    .uri(ticket)
                    .header("If-None-Match", tag)
                    .header("Accept-Language", language.getKey())
                    .exchange()
                    .expectStatus()
                    .isEqualTo(language.getValue());
        }
    }

    private WebTestClient.ResponseSpec as(String level, String uri) {
        return clients.as("citizen-high?level=" + level).get().uri(uri).exchange();
    }
}
