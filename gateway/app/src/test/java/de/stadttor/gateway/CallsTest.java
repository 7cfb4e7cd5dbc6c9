package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Calls, from what the telephone system tells to what the desk and the citizen see. */
@GatewayTest
class CallsTest extends TelephoneSystem {

    @Test
    void aCallWithATranscriptInThreePiecesOutOfOrderBecomesATicketForTheDeskAlone() {
        String call = fresh();
        event(call, Map.of("event", "ended", "at", "2026-11-22T09:03:24Z"))
                .expectStatus()
                .isCreated();
        event(call, ringing()).expectStatus().isCreated();
        event(call, answered()).expectStatus().isCreated();
        vtt(call, "piece=3&mode=finalize&consent=true&consentHow=key", 3, "Die Karte ist 4111 1111 1111 1111.")
                .expectStatus()
                .isCreated();
        vtt(call, "piece=1", 1, "Ein Nest am Balkon.").expectStatus().isCreated();
        JsonNode told = Desk.body(
                vtt(call, "piece=2", 2, "Viele Wespen.").expectStatus().isCreated());

        JsonNode read = read(call);
        assertThat(read.path("state").asString()).isEqualTo("ended");
        assertThat(read.path("from").asString()).isEqualTo("+498923300");
        assertThat(read.path("ticketId")).isEqualTo(told.path("ticketId"));
        JsonNode ticket = new Desk(clients).read(read.path("ticketId").asString());
        JsonNode last = ticket.path("messages").get(ticket.path("messages").size() - 1);
        assertThat(last.path("channel").asString()).isEqualTo("phone");
        assertThat(last.path("direction").asString()).isEqualTo("internal");
        assertThat(last.path("text").asString())
                .containsSubsequence("Ein Nest am Balkon.", "Viele Wespen.", "Die Karte ist [Kartennummer].")
                .doesNotContain("4111");
    }

    @Test
    void aRepeatedEventChangesNothing() {
        String call = fresh();
        event(call, ringing()).expectStatus().isCreated();
        event(call, ringing()).expectStatus().isOk().expectHeader().valueEquals("Idempotency-Replayed", "true");
        Map<String, Object> named = new HashMap<>(answered());
        named.put("eventId", "e-1");
        event(call, named).expectStatus().isCreated();
        named.put("agent", "Somebody Else");
        assertThat(type(event(call, named).expectStatus().isEqualTo(422)))
                .isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void aTelephoneSystemMadeForZammadNeedsAnotherAddressOnly() {
        String call = fresh();
        cti(call, Map.of("event", "hangup", "cause", "normalClearing", "direction", "in"));
        cti(
                call,
                Map.of("event", "newCall", "from", "493055571600", "to", "49115", "direction", "in", "user", "Karin"));
        clients.anybody()
                .post()
                .uri("/api/intake/v1/cti/demo-cti")
                .bodyValue(Map.of("event", "answer", "callId", call, "direction", "in", "user", List.of("Karin")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{}");
        JsonNode read = read(call);
        assertThat(read.path("state").asString()).isEqualTo("ended");
        assertThat(read.path("missed").asBoolean()).isFalse();
        assertThat(read.path("from").asString()).isEqualTo("+493055571600");
        assertThat(read.path("ticketId").isString()).isTrue();
    }

    @Test
    void aMissedCallWaitsToBeCalledBack() {
        String call = fresh();
        event(call, ringing());
        event(call, Map.of("event", "ended", "at", "2026-11-22T09:00:20Z", "cause", "noAnswer"));
        assertThat(waiting()).contains(call);
        assertThat(read(call).path("callBack").path("by").asString()).isEqualTo("2026-11-23T09:00:20Z");
        clients.as("caseworker")
                .post()
                .uri("/api/desk/v1/call-backs/{call}/done", call)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(waiting()).doesNotContain(call);
    }

    @Test
    void theCitizenSeesTheSummaryAndNothingElse() {
        JsonNode receipt = new Desk(clients).submit(Submissions.by("citizen-high"));
        String ticket = receipt.path("ticketId").asString();
        String code = Desk.body(clients.as("caseworker")
                        .post()
                        .uri("/api/desk/v1/tickets/{id}/call-codes", ticket)
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("code")
                .asString();
        String call = fresh();
        verify(call, code).expectStatus().isNotFound();
        event(call, ringing()).expectStatus().isCreated();
        verify(call, "99999999").expectStatus().isEqualTo(422);
        verify(call, code).expectStatus().isOk();
        vtt(call, "consent=true", 1, "Nur für den Schreibtisch.").expectStatus().isCreated();
        release(call).expectStatus().isCreated();
        String seen = clients.as("citizen-high")
                .get()
                .uri("/api/citizen/v1/tickets/{id}/messages", ticket)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(seen).contains("Wir kommen am Dienstag.").doesNotContain("Nur für den Schreibtisch.");
        assertThat(read(call).path("verified").asBoolean()).isTrue();
        assertThat(new Desk(clients).read(ticket).toString()).contains("Nur für den Schreibtisch.");
    }

    @Test
    void aCaseworkerConfirmsWhoCalled() {
        String ticket = new Desk(clients).ticketOf(Submissions.anonymous());
        String call = fresh();
        event(call, ringing());
        attach(call, ticket).expectStatus().isOk();
        attach(call, ticket).expectStatus().isOk();
        String other = new Desk(clients).ticketOf(Submissions.anonymous());
        assertThat(type(attach(call, other).expectStatus().isEqualTo(409))).isEqualTo("/problems/call-conflict");
    }

    @Test
    void theTicketOfACallGoesOnInTheOneOfWhoeverCalled() {
        String call = fresh();
        event(call, ringing());
        event(call, answered());
        event(call, Map.of("event", "ended", "at", "2026-11-22T09:03:24Z"))
                .expectStatus()
                .isCreated();
        String own = read(call).path("ticketId").asString();
        String ticket = new Desk(clients).ticketOf(Submissions.anonymous());
        attach(call, ticket).expectStatus().isOk();
        assertThat(read(call).path("ticketId").asString()).isEqualTo(ticket);
        assertThat(new Desk(clients).read(own).path("state").asString()).isEqualTo("closed");
    }

    @Test
    void administratorsDecideWhichCallsBecomeTickets() {
        var found = clients.as("admin")
                .get()
                .uri("/api/desk/v1/call-rules")
                .exchange()
                .expectStatus()
                .isOk();
        String tag = found.returnResult(String.class).getResponseHeaders().getETag();
        var missed = Map.of("callBack", true, "queue", "buergerbuero", "withinMinutes", 1440);
        rules("admin", tag, Map.of("rules", List.of(rule("mond")), "missed", missed))
                .expectStatus()
                .isEqualTo(422);
        rules("caseworker", tag, Map.of("rules", List.of(), "missed", missed))
                .expectStatus()
                .isForbidden();
        rules("admin", tag, Map.of("rules", List.of(rule("buergerbuero")), "missed", missed))
                .expectStatus()
                .isOk();
        rules("admin", tag, Map.of("rules", List.of(rule("buergerbuero")), "missed", missed))
                .expectStatus()
                .isEqualTo(412);
    }

    private static Map<String, Object> rule(String queue) {
        return Map.of(
                "name",
                "Alles",
                "enabled",
                true,
                "when",
                Map.of("direction", "inbound", "answered", true),
                "then",
                Map.of("queue", queue));
    }

    private List<String> waiting() {
        return Desk.body(clients.as("caseworker")
                        .get()
                        .uri("/api/desk/v1/call-backs?limit=100")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("items")
                .valueStream()
                .map(item -> item.path("callId").asString())
                .toList();
    }

    private ResponseSpec verify(String call, String code) {
        return clients.as("callcentre")
                .post()
                .uri("/api/intake/v1/calls/{call}/verification", call)
                .bodyValue(Map.of("code", code))
                .exchange();
    }

    private ResponseSpec release(String call) {
        return clients.as("caseworker")
                .post()
                .uri("/api/desk/v1/calls/{call}/summary", call)
                .bodyValue(Map.of("text", "Wir kommen am Dienstag."))
                .exchange();
    }

    private ResponseSpec attach(String call, String ticket) {
        return clients.as("caseworker")
                .put()
                .uri("/api/desk/v1/calls/{call}/ticket", call)
                .bodyValue(Map.of("ticketId", ticket))
                .exchange();
    }

    private ResponseSpec rules(String persona, String tag, Map<String, Object> rules) {
        return clients.as(persona)
                .put()
                .uri("/api/desk/v1/call-rules")
                .header("If-Match", tag)
                .bodyValue(rules)
                .exchange();
    }
}
