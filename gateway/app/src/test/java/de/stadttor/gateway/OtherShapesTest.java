package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@GatewayTest
class OtherShapesTest {

    private static final String SUBMISSIONS = "/api/intake/v1/submissions";
    private static final String TABLE = """
        {"namespaces": {"m": "urn:example:meldung"},
         "values": {"/submissionId": "/m:meldung/@id", "/fields/ort": "/m:meldung/m:ort"}}
        """;

    @Autowired
    private Clients clients;

    private final String schema = "urn:example:schema:" + UUID.randomUUID();

    @BeforeEach
    void declare() {
        put("meldung", "xpath", "{urn:example:meldung}meldung", TABLE);
        put("s" + schema.substring(schema.lastIndexOf(':') + 1), "schema", schema, "");
    }

    @Test
    void anXmlFormBecomesATicketOnce() {
        String xml = meldung(UUID.randomUUID().toString(), "<ort>Größe 8</ort>");
        JsonNode first = Desk.body(xml(xml).expectStatus().isCreated());
        assertThat(Desk.body(xml(xml).expectStatus().isOk())).isEqualTo(first);
        assertThat(new Desk(clients)
                        .read(first.path("ticketId").asString())
                        .path("subject")
                        .asString())
                .isEqualTo("Insektennest: Größe 8");
    }

    @Test
    void dataWithItsSchemaBecomesATicketKnownByItsContent() {
        var data = Map.of("schemaUri", schema, "data", Map.of("ort", "Hofgarten " + schema));
        JsonNode first = Desk.body(json(data).expectStatus().isCreated());
        assertThat(Desk.body(json(data).expectStatus().isOk())).isEqualTo(first);
    }

    @Test
    void anotherVersionOfASchemaIsToldClearly() {
        json(Map.of("schemaUri", schema + ":2", "data", Map.of("ort", "x")))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/schemaUri")
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-schema");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <x xmlns="urn:example:other"/>                                               | 422 | validation-failed
        <meldung xmlns="urn:example:meldung" id="1"/>                                | 422 | validation-failed
        <!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>                                      | 400 | malformed-xml
        <x                                                                           | 400 | malformed-xml
        """)
    void whatIsRefusedWaitsInQuarantineAsItCame(String xml, int status, String problem) {
        String marked = xml + "<!-- " + UUID.randomUUID() + " -->";
        xml(marked)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + problem);
        assertThat(reread(newest()).path("body").asString()).isEqualTo(marked);
    }

    @Test
    void aCorrectedDocumentClosesTheEntryOfTheRefusedOne() {
        String id = UUID.randomUUID().toString();
        xml(meldung(id, "<nichts/>")).expectStatus().isEqualTo(422);
        JsonNode entry = newest();
        assertThat(entry.path("form").asString()).isEqualTo("insektennest");
        xml(meldung(id, "<ort/>")).expectStatus().isEqualTo(422);
        assertThat(quarantined()).doesNotContain(entry.path("id").asString());
        entry = newest();
        JsonNode receipt =
                Desk.body(xml(meldung(id, "<ort>Größe 8</ort>")).expectStatus().isCreated());
        assertThat(reread(entry).path("closedByTicket").asString())
                .isEqualTo(receipt.path("ticketId").asString());
    }

    @Test
    void aDocumentThatNobodyCouldReadIsKeptOnceAndClosedByItsTicket() {
        String unknown = "urn:example:schema:" + UUID.randomUUID();
        var data = Map.of("schemaUri", unknown, "data", Map.of("ort", "Hofgarten"));
        json(data).expectStatus().isEqualTo(422);
        String first = newest().path("id").asString();
        json(data).expectStatus().isEqualTo(422);
        JsonNode entry = newest();
        assertThat(quarantined()).contains(entry.path("id").asString()).doesNotContain(first);
        put("s" + unknown.substring(unknown.lastIndexOf(':') + 1), "schema", unknown, "");
        JsonNode receipt = Desk.body(json(data).expectStatus().isCreated());
        assertThat(reread(entry).path("closedByTicket").asString())
                .isEqualTo(receipt.path("ticketId").asString());
    }

    @Test
    void rulesThatReachOutsideAreNotKeptOrSayNothing() {
        clients.as("admin")
                .put()
                .uri("/api/desk/v1/form-mappings/evil-{id}", UUID.randomUUID())
                .bodyValue(mapping(
                        "xpath",
                        "{urn:evil}" + UUID.randomUUID(),
                        "{\"values\":{\"/text\":\"Q{java:java.lang.System}getProperty(\\\"user.home\\\")\"}}"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void onlyAdministratorsDecideAboutMappings() {
        clients.as("caseworker")
                .get()
                .uri("/api/desk/v1/form-mappings")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private JsonNode newest() {
        return quarantine().get(0);
    }

    private List<String> quarantined() {
        return quarantine().values().stream()
                .map(entry -> entry.path("id").asString())
                .toList();
    }

    private JsonNode quarantine() {
        return Desk.body(clients.as("admin")
                        .get()
                        .uri("/api/intake/v1/quarantine")
                        .exchange())
                .path("items");
    }

    private JsonNode reread(JsonNode entry) {
        return Desk.body(clients.as("admin")
                .get()
                .uri("/api/intake/v1/quarantine/{id}", entry.path("id").asString())
                .exchange());
    }

    private static String meldung(String id, String content) {
        return "<meldung xmlns=\"urn:example:meldung\" id=\"" + id + "\">" + content + "</meldung>";
    }

    private WebTestClient.ResponseSpec xml(String document) {
        return clients.as("formserver")
                .post()
                .uri(SUBMISSIONS)
                .contentType(MediaType.APPLICATION_XML)
                .attributes(wrongOnPurpose())
                .bodyValue(document)
                .exchange();
    }

    private WebTestClient.ResponseSpec json(Map<String, Object> document) {
        return clients.as("formserver")
                .post()
                .uri(SUBMISSIONS)
                .bodyValue(document)
                .exchange();
    }

    /** Whether it was there already does not matter. */
    private void put(String name, String kind, String document, String rules) {
        clients.as("admin")
                .put()
                .uri("/api/desk/v1/form-mappings/{name}", name)
                .bodyValue(mapping(kind, document, rules))
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(200, 412));
    }

    private static Map<String, Object> mapping(String kind, String document, String rules) {
        return Map.of("kind", kind, "document", document, "form", "insektennest", "rules", rules);
    }
}
