package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@GatewayTest
class QueuesTest {

    private static final String PATH = "/api/desk/v1/queues/{key}";
    private static final Map<String, Object> HEIGHT =
            Map.of("key", "hoehe", "type", "number", "label", "Höhe", "required", false, "min", 0, "max", 60);
    private static final Map<String, Object> KIND = Map.of(
            "key", "art", "type", "choice", "label", "Art", "required", true, "choices", List.of("Eibe", "Tanne"));

    private final String key = "hecken-" + UUID.randomUUID();

    @Autowired
    private Clients clients;

    @Test
    void anAdministratorSetsOneUpAndTicketsOpenInIt() {
        put("admin", null, queue("Hecken", HEIGHT, KIND)).expectStatus().isOk();
        JsonNode listed = listed(100).stream()
                .filter(queue -> queue.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(listed).isEqualTo(Desk.body(get("admin").expectStatus().isOk()));
        assertThat(listed.path("customFields").get(1).path("choices").get(1).asString())
                .isEqualTo("Tanne");
        new DeskForms(clients)
                .save(key, DeskForms.definition(Map.of("queue", key)), null)
                .expectStatus()
                .isOk();
    }

    @Test
    void nobodyChangesWhatTheyDidNotSee() {
        String first = tag(put("admin", null, queue("Hecken")).expectStatus().isOk());
        put("admin", null, queue("Zäune")).expectStatus().isEqualTo(412);
        String second = tag(put("admin", first, queue("Zäune")).expectStatus().isOk());
        put("admin", first, queue("Mauern")).expectStatus().isEqualTo(412);
        assertThat(tag(get("admin").expectStatus().isOk())).isEqualTo(second);
    }

    @Test
    void onlyAdministratorsDecide() {
        put("teamlead", null, queue("Hecken")).expectStatus().isForbidden();
        get("teamlead").expectStatus().isForbidden();
        get("admin").expectStatus().isNotFound();
    }

    @Test
    void everyFaultOfItsFieldsIsNamedByItsPlace() {
        var upsideDown = Map.of("key", "x", "type", "number", "label", "X", "required", false, "min", 5, "max", 4);
        assertThat(pointers(put("admin", null, queue("Hecken", HEIGHT, HEIGHT, upsideDown))))
                .containsExactly("/customFields/1/key", "/customFields/2/max");
        var noChoice = Map.of("key", "art", "type", "choice", "label", "Art", "required", false);
        assertThat(pointers(wrong(queue("Hecken", noChoice)))).containsExactly("/customFields/0/choices");
        assertThat(pointers(wrong(queue(" ")))).containsExactly("/title");
    }

    @Test
    void eachIsListedOnceHoweverSmallThePages() {
        put("admin", null, queue("A steht vor allen")).expectStatus().isOk();
        assertThat(listed(2))
                .extracting(queue -> queue.path("key").asString())
                .isSorted()
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(listed(100).stream()
                        .map(queue -> queue.path("key").asString())
                        .toList());
    }

    private List<JsonNode> listed(int limit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = null;
        do {
            String next = cursor;
            JsonNode page = Desk.body(clients.as("caseworker")
                    .get()
                    .uri(uri -> {
                        uri.path("/api/desk/v1/queues").queryParam("limit", limit);
                        return next == null
                                ? uri.build()
                                : uri.queryParam("cursor", "{cursor}").build(next);
                    })
                    .exchange()
                    .expectStatus()
                    .isOk());
            page.path("items").forEach(all::add);
            cursor = page.path("next").isNull() ? null : page.path("next").asString();
        } while (cursor != null);
        return all;
    }

    private static Map<String, Object> queue(String title, Map<?, ?>... fields) {
        return Map.of("title", title, "customFields", List.of(fields));
    }

    private WebTestClient.ResponseSpec get(String persona) {
        return clients.as(persona).get().uri(PATH, key).exchange();
    }

    private WebTestClient.ResponseSpec put(String persona, String ifMatch, Map<String, Object> queue) {
        return clients.as(persona)
                .put()
                .uri(PATH, key)
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.set(HttpHeaders.IF_MATCH, ifMatch);
                    }
                })
                .bodyValue(queue)
                .exchange();
    }

    private WebTestClient.ResponseSpec wrong(Map<String, Object> queue) {
        return clients.as("admin")
                .put()
                .uri(PATH, key)
                .attributes(wrongOnPurpose())
                .bodyValue(queue)
                .exchange();
    }

    private static List<String> pointers(WebTestClient.ResponseSpec answer) {
        List<String> pointers = new ArrayList<>();
        Desk.body(answer.expectStatus().isEqualTo(422))
                .path("errors")
                .forEach(fault -> pointers.add(fault.path("pointer").asString()));
        return pointers;
    }

    private static String tag(WebTestClient.ResponseSpec answer) {
        String tag = answer.returnResult(Void.class).getResponseHeaders().getETag();
        assertThat(tag).isNotNull();
        return tag;
    }
}
