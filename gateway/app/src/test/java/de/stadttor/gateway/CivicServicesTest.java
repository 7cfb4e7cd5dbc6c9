package de.stadttor.gateway;

import static de.stadttor.gateway.Open311.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Which forms other programs may report to, and with which keys. */
@GatewayTest
class CivicServicesTest {

    @Autowired
    private Clients clients;

    @Test
    void aBatchServiceGivesATokenFirstAndTheNumberForIt() {
        String code = "batch-" + UUID.randomUUID();
        var data = Map.of(
                "form",
                "technische-anfrage",
                "shown",
                true,
                "group",
                "",
                "keywords",
                List.of(),
                "descriptions",
                Map.of("de", "Technik"),
                "kind",
                "batch",
                "placing",
                Map.of("decimals", 0));
        var admin = clients.as("admin");
        admin.put()
                .uri("/api/desk/v1/civic-services/{code}", code)
                .bodyValue(data)
                .exchange()
                .expectStatus()
                .isOk();
        try {
            JsonNode made = json(open311()
                    .post("json", "service_code=" + code + "&lat=48&long=11&attribute[thema]=Mast")
                    .expectStatus()
                    .isCreated());
            String token = made.get(0).path("token").asString();
            assertThat(made.get(0).has("service_request_id")).isFalse();
            JsonNode told = json(open311()
                    .get("/open311/v2/tokens/" + token + ".json")
                    .expectStatus()
                    .isOk());
            assertThat(open311()
                            .request(told.get(0).path("service_request_id").asString())
                            .path("service_code")
                            .asString())
                    .isEqualTo(code);
        } finally {
            admin.delete()
                    .uri("/api/desk/v1/civic-services/{code}", code)
                    .header("If-Match", "\"1\"")
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
    }

    @Test
    void aFormThatRequiresWhatNoProgramCanAskForIsNoService() {
        String form = "nested-" + UUID.randomUUID();
        var place = Map.of("type", "object", "properties", Map.of("strasse", Map.of("type", "string")));
        var schema = Map.of("type", "object", "required", List.of("stelle"), "properties", Map.of("stelle", place));
        var texts = Map.of("de", Map.of("title", "Baum", "subject", "Baum", "text", "Baum"));
        var definition =
                DeskForms.definition(Map.of("schema", schema, "example", Map.of("stelle", Map.of()), "texts", texts));
        new DeskForms(clients).save(form, definition, null).expectStatus().isOk();
        assertFault(decide(form, service(form, Map.of("decimals", 0))), "/form", "required-without-attribute");
    }

    @Test
    void aServicesPlaceIsAFieldOfItsForm() {
        var placing = Map.<String, Object>of("address", "ort", "latitude", "nirgends", "decimals", 0);
        String form = "placed-" + UUID.randomUUID();
        new DeskForms(clients)
                .save(form, DeskForms.definition(Map.of()), null)
                .expectStatus()
                .isOk();
        assertFault(decide(form, service(form, placing)), "/placing/latitude", "no-such-field");
    }

    @Test
    void aWithdrawnFormIsNoServiceUntilItIsOfferedAgain() {
        String code = "withdrawn-" + UUID.randomUUID();
        var forms = new DeskForms(clients);
        forms.save(code, DeskForms.definition(Map.of()), null).expectStatus().isOk();
        decide(code, service(code, Map.of("decimals", 0))).expectStatus().isOk();
        assertThat(open311().services()).contains(code);
        forms.withdrawal(HttpMethod.PUT, code, "\"1\"").expectStatus().isNoContent();
        assertThat(open311().services()).doesNotContain(code);
        open311().get("/open311/v2/services/" + code + ".json").expectStatus().isNotFound();
        forms.withdrawal(HttpMethod.DELETE, code, "\"1\"").expectStatus().isNoContent();
        assertThat(open311().services()).contains(code);
    }

    @Test
    void aFormThatTakesALoginByNowIsNoService() {
        String code = "raised-" + UUID.randomUUID();
        var forms = new DeskForms(clients);
        forms.save(code, DeskForms.definition(Map.of()), null).expectStatus().isOk();
        decide(code, service(code, Map.of("decimals", 0))).expectStatus().isOk();
        forms.save(code, DeskForms.definition(Map.of("submitLevel", "low", "readLevel", "low")), "\"1\"")
                .expectStatus()
                .isOk();
        assertThat(open311().services()).doesNotContain(code);
    }

    @Test
    void anIssuedKeyCountsUntilItIsRevoked() {
        var admin = clients.as("admin");
        JsonNode key = Desk.body(admin.post()
                .uri("/api/desk/v1/api-keys")
                .bodyValue(Map.of("name", "Mängel-App"))
                .exchange()
                .expectStatus()
                .isCreated());
        String data = "service_code=insektennest&lat=48.1&long=11.5&api_key="
                + key.path("secret").asString();
        open311().post("json", data).expectStatus().isCreated();
        admin.delete()
                .uri("/api/desk/v1/api-keys/{id}", key.path("id").asString())
                .exchange()
                .expectStatus()
                .isNoContent();
        open311().post("json", data).expectStatus().isForbidden();
    }

    @Test
    void onlyAdministratorsDecideAboutServicesAndKeys() {
        var caseworker = clients.as("caseworker");
        caseworker
                .get()
                .uri("/api/desk/v1/civic-services")
                .exchange()
                .expectStatus()
                .isForbidden();
        caseworker.get().uri("/api/desk/v1/api-keys").exchange().expectStatus().isForbidden();
        decide("steuer", service("grundsteuer-kontakt", Map.of("decimals", 0)))
                .expectStatus()
                .isEqualTo(422);
    }

    private WebTestClient.ResponseSpec decide(String code, Map<String, Object> data) {
        return clients.as("admin")
                .put()
                .uri("/api/desk/v1/civic-services/{code}", code)
                .bodyValue(data)
                .exchange();
    }

    private static void assertFault(WebTestClient.ResponseSpec response, String pointer, String code) {
        JsonNode faults = json(response.expectStatus().isEqualTo(422)).path("errors");
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).path("pointer").asString()).isEqualTo(pointer);
        assertThat(faults.get(0).path("code").asString()).isEqualTo(code);
    }

    private static Map<String, Object> service(String form, Map<String, Object> placing) {
        return Map.of(
                "form",
                form,
                "shown",
                true,
                "group",
                "",
                "keywords",
                List.of(),
                "descriptions",
                Map.of("de", "Ein Dienst"),
                "kind",
                "realtime",
                "placing",
                placing);
    }

    private Open311 open311() {
        return new Open311(clients);
    }
}
