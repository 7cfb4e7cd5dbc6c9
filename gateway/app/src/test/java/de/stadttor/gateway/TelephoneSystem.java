package de.stadttor.gateway;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** What a telephone system tells of its calls, and how the desk sees them. */
class TelephoneSystem {

    static final String VTT = "WEBVTT\n\n00:0%1$d.000 --> 00:0%1$d.900\n<v caller>%2$s\n";

    @Autowired
    Clients clients;

    static String fresh() {
        return "call-" + UUID.randomUUID();
    }

    static Map<String, Object> ringing() {
        return Map.of(
                "event", "ringing",
                "at", "2026-11-22T09:00:00Z",
                "direction", "inbound",
                "from", "089 / 233-00",
                "to", "+49115");
    }

    static Map<String, Object> answered() {
        return Map.of("event", "answered", "at", "2026-11-22T09:00:12Z", "agent", "K. Muster");
    }

    static String type(ResponseSpec response) {
        return Desk.body(response).path("type").asString();
    }

    ResponseSpec event(String call, Map<String, Object> event) {
        return clients.as("callcentre")
                .post()
                .uri("/api/intake/v1/calls/{call}/events", call)
                .bodyValue(event)
                .exchange();
    }

    ResponseSpec vtt(String call, String query, int second, String words) {
        return clients.as("callcentre")
                .post()
                .uri("/api/intake/v1/calls/" + call + "/transcript?" + query)
                .contentType(MediaType.parseMediaType("text/vtt"))
                .bodyValue(VTT.formatted(second, words))
                .exchange();
    }

    void cti(String call, Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::add);
        form.add("callId", call);
        clients.anybody()
                .post()
                .uri("/api/intake/v1/cti/demo-cti")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectStatus()
                .isOk();
    }

    JsonNode read(String call) {
        return Desk.body(clients.as("caseworker")
                .get()
                .uri("/api/desk/v1/calls/{call}", call)
                .exchange()
                .expectStatus()
                .isOk());
    }
}
