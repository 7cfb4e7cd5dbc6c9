package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static de.stadttor.gateway.DeskForms.definition;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Forms as administrators decide them, and what that means for submissions. */
@GatewayTest
class DeskFormsTest {

    @Autowired
    private Clients clients;

    private final String form = "zaun-" + UUID.randomUUID();
    private DeskForms forms;

    @BeforeEach
    void takeTheDesk() {
        forms = new DeskForms(clients);
    }

    @Test
    void aNewFormIsSavedReadAndTakesSubmissions() {
        JsonNode saved = Desk.body(forms.save(form, definition(Map.of("serviceKey", "99115004026000")), null)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\""));
        assertThat(saved.path("madeBy").asString()).isEqualTo("admin");
        assertThat(Desk.body(forms.read(form).expectStatus().isOk())).isEqualTo(saved);
        assertThat(Desk.body(forms.read(form + "/versions/1").expectStatus().isOk()))
                .isEqualTo(saved);
        JsonNode receipt =
                Desk.body(forms.submit(form, null, "1").expectStatus().isCreated());
        JsonNode ticket = new Desk(clients).read(receipt.path("ticketId").asString());
        assertThat(ticket.path("subject").asString()).isEqualTo("Baum: Marienplatz 8");
        assertThat(ticket.path("queue").asString()).isEqualTo("umwelt");
    }

    @Test
    void ticketsKeepTheVersionTheyWereMadeWith() {
        forms.save(form, definition(Map.of()), null).expectStatus().isOk();
        var stricter = Map.of(
                "type", "object",
                "required", List.of("art"),
                "properties", Map.of("ort", Map.of("type", "string"), "art", Map.of("type", "string")));
        forms.save(form, definition(Map.of("schema", stricter, "example", Map.of("art", "Eiche"))), "\"1\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"");
        forms.submit(form, 1, "old").expectStatus().isCreated();
        forms.submit(form, null, "new").expectStatus().isEqualTo(422);
        assertThat(Desk.body(forms.read(form + "/versions").expectStatus().isOk())
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("version").asInt()))
                .containsExactly(2, 1);
        assertThat(Desk.body(forms.read(form + "/versions/1"))
                        .path("acceptedUntil")
                        .isString())
                .isTrue();
    }

    @Test
    void aVersionThatEndedTakesNothingMoreAndNothingIsLost() {
        forms.save(form, definition(Map.of()), null).expectStatus().isOk();
        clients.as("admin")
                .put()
                .uri("/api/desk/v1/forms/{form}?olderAcceptedDays=0", form)
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .bodyValue(definition(Map.of("retentionDays", 91)))
                .exchange()
                .expectStatus()
                .isOk();
        String submission = "late-" + UUID.randomUUID();
        JsonNode problem =
                Desk.body(forms.submit(form, 1, submission).expectStatus().isEqualTo(409));
        assertThat(problem.path("type").asString()).isEqualTo("/problems/form-withdrawn");
        assertThat(quarantined()).contains(form);
        forms.submit(form, 2, submission).expectStatus().isCreated();
    }

    @Test
    void aWithdrawnFormIsNeitherListedNorAccepted() {
        forms.save(form, definition(Map.of()), null).expectStatus().isOk();
        offered().expectStatus().isOk();
        forms.withdrawal(HttpMethod.PUT, form, "\"1\"").expectStatus().isNoContent();
        forms.withdrawal(HttpMethod.PUT, form, "\"1\"").expectStatus().isNoContent();
        offered().expectStatus().isNotFound();
        forms.submit(form, null, "1").expectStatus().isEqualTo(409);
        forms.save(form, definition(Map.of("retentionDays", 5)), "\"1\"")
                .expectStatus()
                .isEqualTo(409);
        forms.withdrawal(HttpMethod.DELETE, form, "\"7\"").expectStatus().isEqualTo(412);
        forms.withdrawal(HttpMethod.DELETE, form, "\"1\"").expectStatus().isNoContent();
        forms.submit(form, null, "1").expectStatus().isCreated();
    }

    @Test
    void aFormGoesOutAndComesInAgain() {
        forms.save(form, definition(Map.of()), null).expectStatus().isOk();
        JsonNode file = Desk.body(forms.read(form + "/export")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + form + ".json\""));
        assertThat(Desk.body(imported(file, "?dryRun=true", null).expectStatus().isOk())
                        .path("changes"))
                .isEmpty();

        JsonNode other = file.deepCopy();
        other.path("definition").asObject().put("queue", "buergerbuero");
        JsonNode preview = Desk.body(imported(other, "?dryRun=true", null)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\""));
        assertThat(preview.path("changes").get(0).toString())
                .isEqualTo("{\"pointer\":\"/queue\",\"before\":\"umwelt\",\"after\":\"buergerbuero\"}");
        assertThat(preview.path("version").asInt()).isEqualTo(2);
        imported(other, "", null).expectStatus().isEqualTo(412);
        imported(other, "", "\"1\"").expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        assertThat(Desk.body(forms.read(form)).at("/definition/queue").asString())
                .isEqualTo("buergerbuero");
    }

    @Test
    void everyFaultIsNamed() {
        var wrong = definition(Map.of(
                "queue", "mond",
                "submitLevel", "high",
                "schema",
                        Map.of("type", "object", "properties", Map.of("ort", Map.of("$ref", "https://example.org/")))));
        JsonNode problem =
                Desk.body(forms.save(form, wrong, null).expectStatus().isEqualTo(422));
        assertThat(problem.path("errors").values().stream()
                        .map(fault -> fault.path("pointer").asString() + " "
                                + fault.path("code").asString()))
                .containsExactly(
                        "/schema/properties/ort/$ref remote-reference",
                        "/queue unknown-queue",
                        "/readLevel below-submit-level");
    }

    @Test
    void aPresentationIsNoMarkupAndNoScript() {
        var hostile = definition(Map.of(
                "page",
                Map.of(
                        "open",
                        true,
                        "presentation",
                        Map.of("fields", Map.of("ort", Map.of("onclick", "alert(1)", "widget", "<script>"))))));
        clients.as("admin")
                .put()
                .uri("/api/desk/v1/forms/{form}", form)
                .attributes(wrongOnPurpose())
                .bodyValue(hostile)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void nobodyOverwritesWhatTheyDidNotSee() {
        forms.save(form, definition(Map.of()), "\"3\"").expectStatus().isEqualTo(412);
        forms.save(form, definition(Map.of()), null).expectStatus().isOk();
        forms.save(form, definition(Map.of("retentionDays", 5)), null)
                .expectStatus()
                .isEqualTo(412);
        forms.save(form, definition(Map.of()), null)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"");
    }

    @Test
    void onlyAdministratorsDecide() {
        clients.as("teamlead")
                .get()
                .uri("/api/desk/v1/forms")
                .exchange()
                .expectStatus()
                .isForbidden();
        clients.as("caseworker")
                .put()
                .uri("/api/desk/v1/forms/{form}", form)
                .bodyValue(definition(Map.of()))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void formsAreListedFromPageToPage() {
        JsonNode first = Desk.body(clients.as("admin")
                .get()
                .uri("/api/desk/v1/forms?limit=2")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(first.path("items")).hasSize(2);
        JsonNode second = Desk.body(clients.as("admin")
                .get()
                .uri(
                        "/api/desk/v1/forms?limit=2&cursor={cursor}",
                        first.path("next").asString())
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(second.at("/items/0/form").asString())
                .isGreaterThan(first.at("/items/1/form").asString());
    }

    private ResponseSpec imported(JsonNode file, String query, @Nullable String ifMatch) {
        return clients.as("admin")
                .post()
                .uri("/api/desk/v1/form-imports" + query)
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.setIfMatch(ifMatch);
                    }
                })
                .bodyValue(file)
                .exchange();
    }

    private ResponseSpec offered() {
        return clients.as("formserver")
                .get()
                .uri("/api/intake/v1/forms/{form}", form)
                .exchange();
    }

    private List<String> quarantined() {
        return items("admin", "/api/intake/v1/quarantine?limit=100")
                .map(entry -> entry.path("form").asString(""))
                .toList();
    }

    private Stream<JsonNode> items(String persona, String path) {
        return Desk.body(clients.as(persona)
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("items")
                .valueStream();
    }
}
