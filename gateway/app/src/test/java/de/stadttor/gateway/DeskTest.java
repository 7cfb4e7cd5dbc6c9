package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.contract.ContractCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

@GatewayTest
class DeskTest {

    @Autowired
    private Clients clients;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(clients);
    }

    @Test
    void aTicketGoesFromNewToOpenToClosedAndACitizensMessageOpensItAgain() {
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        assertThat(desk.read(ticket).path("state").asString()).isEqualTo("new");
        desk.reply(ticket, Map.of("text", "Wir schauen."));
        assertThat(desk.read(ticket).path("state").asString()).isEqualTo("open");
        desk.change(ticket, 2, Map.of("state", "closed")).expectStatus().isOk();
        clients.as("citizen-high")
                .post()
                .uri("/api/citizen/v1/tickets/{id}/messages", ticket)
                .bodyValue(Map.of("text", "Es ist wieder da."))
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(desk.read(ticket).path("state").asString()).isEqualTo("open");
    }

    @Test
    void aChangeNamesTheVersionItSaw() {
        String ticket = desk.ticketOf(Submissions.anonymous());
        var missing = clients.as("caseworker")
                .patch()
                .uri("/api/desk/v1/tickets/{id}", ticket)
                .attributes(ContractCheck.wrongOnPurpose())
                .bodyValue(Map.of("state", "open"))
                .exchange();
        missing.expectStatus().isEqualTo(428);
        desk.change(ticket, 1, Map.of("priority", "urgent"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        desk.change(ticket, 1, Map.of("priority", "low")).expectStatus().isEqualTo(412);
    }

    @Test
    void twoTicketsOfOnePersonGoOnAsOne() {
        Map<String, Object> first = new HashMap<>(Submissions.anonymous());
        first.put("citizen", Map.of("name", "Erika Beispiel", "email", "erika@example.org"));
        Map<String, Object> second = new HashMap<>(Submissions.anonymous());
        second.put("citizen", Map.of("name", "Erika Beispiel", "email", "Erika@example.org"));
        String source = desk.ticketOf(first);
        String target = desk.ticketOf(second);

        merge(source, target).expectStatus().isNoContent();
        merge(source, target).expectStatus().isNoContent();
        merge(target, source).expectStatus().isEqualTo(409);
        merge(target, UUID.randomUUID().toString()).expectStatus().isEqualTo(422);
        assertThat(desk.read(source).path("state").asString()).isEqualTo("closed");
        assertThat(desk.read(source).path("possiblyRelatedTo").asString()).isEqualTo(target);
    }

    private WebTestClient.ResponseSpec merge(String source, String target) {
        return clients.as("caseworker")
                .put()
                .uri("/api/desk/v1/tickets/{id}/merge", source)
                .bodyValue(Map.of("into", target))
                .exchange();
    }

    @Test
    void takesNoStepThatTheStatesDoNotHave() {
        String ticket = desk.ticketOf(Submissions.anonymous());
        desk.change(ticket, 1, Map.of("state", "closed")).expectStatus().isOk();
        desk.change(ticket, 2, Map.of("state", "pending")).expectStatus().isEqualTo(409);
        desk.change(ticket, 2, Map.of("state", "new")).expectStatus().isEqualTo(409);
    }

    @Test
    void customFieldsAreTypedCheckedAndFound() {
        String ticket = desk.ticketOf(Submissions.anonymous());
        String word = "geraet" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        JsonNode problem = Desk.body(
                desk.change(ticket, 1, Map.of("customFields", Map.of("art", "Ameisen", "hoehe", 99, "farbe", "gelb")))
                        .expectStatus()
                        .isEqualTo(422));
        assertThat(problem.path("errors").values().stream()
                        .map(fault -> fault.path("pointer").asString()))
                .containsExactlyInAnyOrder("/customFields/art", "/customFields/hoehe", "/customFields/farbe");
        desk.change(
                        ticket,
                        1,
                        Map.of("customFields", Map.of("art", "Wespen", "hoehe", 4.5, "besichtigung", "2026-11-23")))
                .expectStatus()
                .isOk();
        desk.change(ticket, 2, Map.of("queue", "it-support", "customFields", Map.of("geraet", word)))
                .expectStatus()
                .isOk();
        JsonNode moved = desk.read(ticket);
        assertThat(moved.path("customFields").propertyNames()).containsExactly("geraet");
        assertThat(found("q=" + word.substring(0, 12))).containsExactly(ticket);
        Map<String, Object> emptied = new HashMap<>();
        emptied.put("geraet", null);
        desk.change(ticket, 3, Map.of("customFields", emptied)).expectStatus().isOk();
        assertThat(found("q=" + word)).isEmpty();
    }

    @Test
    void findsTicketsByNumberWordBeginningQueueAndState() {
        String word = "wort" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
        String ticket = desk.ticketOf(Submissions.with(Map.of("text", "Straße " + word)));
        assertThat(found("q=" + desk.read(ticket).path("number").asString())).containsExactly(ticket);
        assertThat(found("q=strasse " + word.substring(0, 8))).containsExactly(ticket);
        assertThat(found("queue=umwelt", "state=new", "q=" + word)).containsExactly(ticket);
        assertThat(found("queue=steuern", "q=" + word)).isEmpty();
        assertThat(found("state=closed", "q=" + word)).isEmpty();
        assertThat(found("q=+-*\"(~<> " + word)).containsExactly(ticket);
    }

    @Test
    void walksAllPagesOnceAndRefusesACursorOfAnotherFilterOrPerson() {
        String word = "seite" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(desk.ticketOf(Submissions.with(Map.of("text", word))));
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = Desk.body(clients.as("caseworker")
                    .get()
                    .uri("/api/desk/v1/tickets?limit=2&q=" + word + cursor)
                    .exchange());
            page.path("items").forEach(item -> walked.add(item.path("id").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
            if (!cursor.isEmpty()) {
                clients.as("teamlead")
                        .get()
                        .uri("/api/desk/v1/tickets?limit=2&q=" + word + cursor)
                        .exchange()
                        .expectStatus()
                        .isBadRequest();
                clients.as("caseworker")
                        .get()
                        .uri("/api/desk/v1/tickets?limit=2" + cursor)
                        .exchange()
                        .expectStatus()
                        .isBadRequest();
            }
        } while (!cursor.isEmpty());
        assertThat(walked).isEqualTo(made);
    }

    @Test
    void aNoteIsForColleaguesAndNoCitizenLearnsOfIt() {
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        clients.as("caseworker")
                .post()
                .uri("/api/desk/v1/tickets/{id}/notes", ticket)
                .bodyValue(Map.of("text", "Kollegin fragen"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.visibility")
                .isEqualTo("internal");
        JsonNode seen = Desk.body(clients.as("citizen-high")
                .get()
                .uri("/api/citizen/v1/tickets/{id}/messages", ticket)
                .exchange());
        assertThat(seen.path("items")).hasSize(1);
        assertThat(desk.read(ticket).path("messages")).hasSize(2);
        JsonNode history = Desk.body(clients.as("caseworker")
                .get()
                .uri("/api/desk/v1/tickets/{id}/history", ticket)
                .exchange());
        assertThat(history.toString()).doesNotContain("Kollegin");
        assertThat(history.path("items").values().stream()
                        .map(event -> event.path("kind").asString()))
                .containsExactly("ticket-opened", "message-added");
    }

    @Test
    void aRepeatedReplyIsSentOnce() {
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        String key = UUID.randomUUID().toString();
        List<JsonNode> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(Desk.body(clients.as("caseworker")
                    .post()
                    .uri("/api/desk/v1/tickets/{id}/replies", ticket)
                    .header("Idempotency-Key", key)
                    .bodyValue(Map.of("text", "Nur einmal"))
                    .exchange()
                    .expectStatus()
                    .isCreated()));
        }
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        assertThat(desk.read(ticket).path("messages")).hasSize(2);
    }

    @Test
    void aRepeatedChangeIsMadeOnce() {
        String ticket = desk.ticketOf(Submissions.anonymous());
        for (boolean repeated : List.of(false, true)) {
            var headers = clients.as("caseworker")
                    .patch()
                    .uri("/api/desk/v1/tickets/{id}", ticket)
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", "close-" + ticket)
                    .bodyValue(Map.of("priority", "high"))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .returnResult(Void.class)
                    .getResponseHeaders();
            assertThat(headers.getFirst("ETag")).isEqualTo("\"2\"");
            assertThat(headers.containsHeader("Idempotency-Replayed")).isEqualTo(repeated);
        }
    }

    @Test
    void aQueueTellsItsCustomFields() {
        clients.as("caseworker")
                .get()
                .uri("/api/desk/v1/queues")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.key=='umwelt')].customFields[0].choices[0]")
                .isEqualTo("Wespen");
    }

    private List<String> found(String... parameters) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        for (String parameter : parameters) {
            String[] parts = parameter.split("=", 2);
            query.add(parts[0], parts[1]);
        }
        List<String> ids = new ArrayList<>();
        Desk.body(clients.as("caseworker")
                        .get()
                        .uri(builder -> builder.path("/api/desk/v1/tickets")
                                .queryParam("queue", query.getOrDefault("queue", List.of()))
                                .queryParam("state", query.getOrDefault("state", List.of()))
                                .queryParam("q", "{q}")
                                .build(query.getFirst("q")))
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
