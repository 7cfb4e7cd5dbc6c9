package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.contract.ContractCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What telephone systems tell wrongly, or must not tell at all. */
@GatewayTest
class WrongCallsTest extends TelephoneSystem {

    @Test
    void contradictoryEventsAreKeptAndSaidToBeSo() {
        String call = fresh();
        event(call, ringing());
        JsonNode told = Desk.body(event(call, Map.of("event", "ended", "at", "2026-11-22T08:59:00Z"))
                .expectStatus()
                .isCreated());
        assertThat(told.path("contradictory").asBoolean()).isTrue();
    }

    @Test
    void withoutConsentNothingThatWasSaidIsKept() {
        String call = fresh();
        event(call, ringing());
        event(call, answered());
        assertThat(type(vtt(call, "", 1, "Ein Nest.").expectStatus().isEqualTo(409)))
                .isEqualTo("/problems/consent-missing");
        event(call, Map.of("event", "ended", "at", "2026-11-22T09:03:24Z"));
        JsonNode ticket = new Desk(clients).read(read(call).path("ticketId").asString());
        assertThat(ticket.toString()).doesNotContain("Ein Nest.");
    }

    @Test
    void aWrongTokenOfATelephoneSystemIsRefused() {
        clients.anybody()
                .post()
                .uri("/api/intake/v1/cti/wrong")
                .bodyValue(Map.of("event", "newCall", "callId", fresh()))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"consent\":{\"given\":true},\"turns\":[{\"start\":-1,\"end\":2,\"text\":\"x\"}]}",
                "{\"consent\":{\"given\":true},\"turns\":[{\"start\":5,\"end\":2,\"text\":\"x\"}]}",
                "{\"consent\":{\"given\":true},\"segments\":[{\"start\":-0.5,\"end\":2,\"text\":\"x\"}]}",
                "{\"consent\":{\"given\":\"yes\"},\"turns\":[]}",
                "{\"piece\":0,\"turns\":[]}"
            })
    void whatIsWrongInATranscriptIsNamed(String body) {
        JsonNode problem = Desk.body(clients.as("callcentre")
                .post()
                .uri("/api/intake/v1/calls/{call}/transcript", fresh())
                .attributes(ContractCheck.wrongOnPurpose())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(422));
        assertThat(problem.path("errors").isEmpty()).isFalse();
    }

    @Test
    void turnsThatOverlapAndLastADayAreTaken() {
        String call = fresh();
        clients.as("callcentre")
                .post()
                .uri("/api/intake/v1/calls/{call}/transcript", call)
                .bodyValue(Map.of(
                        "consent",
                        Map.of("given", true),
                        "turns",
                        List.of(
                                Map.of("speaker", "agent", "start", 0, "end", 86_400_000, "text", "Hallo?"),
                                Map.of("speaker", "caller", "start", 500, "end", 900, "text", "Ja."))))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void aTranscriptOfTenMegabytesIsRefusedAndTheCallGoesOn() {
        String call = fresh();
        clients.as("callcentre")
                .post()
                .uri("/api/intake/v1/calls/{call}/transcript?consent=true", call)
                .contentType(MediaType.parseMediaType("text/vtt"))
                .bodyValue("WEBVTT\n\n" + "00:01.000 --> 00:02.000\nWespe\n\n".repeat(320_000))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
        event(call, ringing()).expectStatus().isCreated();
    }

    @Test
    void eventsFromTheFutureAndUnknownOnesAreRefused() {
        String call = fresh();
        event(call, Map.of("event", "ringing", "at", "2999-01-01T00:00:00Z"))
                .expectStatus()
                .isEqualTo(422);
        clients.as("callcentre")
                .post()
                .uri("/api/intake/v1/calls/{call}/events", call)
                .attributes(ContractCheck.wrongOnPurpose())
                .bodyValue(Map.of("event", "exploded"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        clients.as("caseworker")
                .get()
                .uri("/api/desk/v1/calls/{call}", call)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void onlyWhoMayReportsCalls() {
        clients.as("formserver")
                .post()
                .uri("/api/intake/v1/calls/{call}/events", fresh())
                .bodyValue(ringing())
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
