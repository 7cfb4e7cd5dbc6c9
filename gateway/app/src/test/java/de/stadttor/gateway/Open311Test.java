package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;

/** The conformance cases of GeoReport v2, each by name, and what must never become public. */
@GatewayTest
class Open311Test {

    private static final String REQUESTS = "/open311/v2/requests";

    @Autowired
    private Clients clients;

    @ParameterizedTest(name = "{0}: {2} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        # what is sent                 | status | form data
        lat and long                   | 201 | service_code=insektennest&lat=48.1371&long=11.5754
        an address                     | 201 | service_code=insektennest&address_string=Marienplatz 8
        an id of an address            | 201 | service_code=insektennest&address_id=4711
        every optional argument        | 201 | service_code=insektennest&lat=48.1&long=11.5&email=a@example.org&device_id=d&account_id=7&first_name=Jörg&last_name=Groß&phone=089 1&description=Größe: äöü ß 😀&media_url=https://example.org/a.jpg
        attributes                     | 201 | service_code=strassenschaden&lat=48.1&long=11.5&attribute[art]=Schlagloch&attribute[gefahr][]=Kinder&attribute[gefahr][]=Radverkehr&attribute[tiefe]=12.5&attribute[dringend]=true
        an empty argument counts as none | 400 | service_code=insektennest&lat=&long=&address_string=
        no place                       | 400 | service_code=insektennest
        half of a place                | 400 | service_code=insektennest&lat=48.1
        a place beyond the pole        | 400 | service_code=insektennest&lat=91&long=11
        a place that is no number      | 400 | service_code=insektennest&lat=x&long=11
        no service                     | 400 | lat=48.1&long=11.5
        an unknown service             | 404 | service_code=nothing&lat=48.1&long=11.5
        an unknown city                | 404 | service_code=insektennest&lat=48.1&long=11.5&jurisdiction_id=atlantis
        our own city                   | 201 | service_code=insektennest&lat=48.1&long=11.5&jurisdiction_id=localhost
        a required attribute missing   | 400 | service_code=strassenschaden&lat=48.1&long=11.5
        an attribute that is unknown   | 400 | service_code=insektennest&lat=48.1&long=11.5&attribute[kind]=x
        a choice that is none          | 400 | service_code=strassenschaden&lat=48.1&long=11.5&attribute[art]=Vulkan
        a number that is none          | 400 | service_code=strassenschaden&lat=48.1&long=11.5&attribute[art]=Ampel&attribute[tiefe]=tief
        no address of a mailbox        | 400 | service_code=insektennest&lat=48.1&long=11.5&email=nobody
        a wrong key                    | 403 | api_key=guessed&service_code=insektennest&lat=48.1&long=11.5
        an empty key                   | 403 | api_key=&service_code=insektennest&lat=48.1&long=11.5
        """)
    void answersRequestsAsTheSpecificationSays(String what, int status, String data) {
        for (String format : List.of("json", "xml")) {
            byte[] body = post(format, data)
                    .expectStatus()
                    .isEqualTo(status)
                    .expectBody()
                    .returnResult()
                    .getResponseBodyContent();
            String text = new String(body, StandardCharsets.UTF_8);
            if (status == 201) {
                assertThat(text).contains("service_request_id");
            } else {
                assertThat(format.equals("xml") ? xml(body).getTextContent() : text)
                        .contains(Integer.toString(status));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        /open311/discovery                              | 200
        /open311/v2/discovery                           | 200
        /open311/v2/services                            | 200
        /open311/v2/services/strassenschaden            | 200
        /open311/v2/services/nothing                    | 404
        /open311/v2/services/strassenschaden?jurisdiction_id=atlantis | 404
        /open311/v2/requests                            | 200
        /open311/v2/requests?status=open,closed         | 200
        /open311/v2/requests?status=gone                | 400
        /open311/v2/requests?start_date=yesterday       | 400
        /open311/v2/requests?start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z | 400
        /open311/v2/requests?page_size=2000             | 400
        /open311/v2/requests?page=1&page_size=1         | 200
        /open311/v2/requests?service_code=nothing       | 200
        /open311/v2/requests?service_request_id=4711    | 404
        /open311/v2/requests/4711                       | 404
        /open311/v2/tokens/made-up                      | 404
        """)
    void xmlAndJsonSayTheSame(String path, int status) {
        String[] parts = path.split("\\?", 2);
        String query = parts.length == 1 ? "" : "?" + parts[1];
        JsonNode json = json(get(parts[0] + ".json" + query).expectStatus().isEqualTo(status));
        var answer = get(parts[0] + ".xml" + query)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Content-Type", "text/xml;charset=UTF-8")
                .expectBody()
                .returnResult();
        assertThat(plain(xml(answer.getResponseBodyContent()))).isEqualTo(plain(json, ""));
    }

    @Test
    void showsOfARequestNothingButStateTimesAndRoundedPlaceUntilACaseworkerReleasesIt() {
        String id = made("service_code=strassenschaden&lat=48.137154&long=11.576124&attribute[art]=Gehweg"
                + "&description=Geheimnis von Erika&first_name=Erika&last_name=Mustermann&email=erika@example.org"
                + "&phone=0170 1234567&address_string=Hofstatt 1");
        JsonNode before = request(id);
        assertThat(before.path("status").asString()).isEqualTo("open");
        assertThat(before.path("lat").asString()).isEqualTo("48.1372");
        assertThat(before.path("long").asString()).isEqualTo("11.5761");
        assertThat(before.path("description").isNull()).isTrue();
        assertThat(before.toString()).doesNotContain("Geheimnis", "Erika", "0170", "Hofstatt", "11.576124");

        String ticket = ticket(id);
        release(ticket, "Platte wackelt; wir kommen.").expectStatus().isOk();
        assertThat(request(id).path("description").asString()).isEqualTo("Platte wackelt; wir kommen.");
        clients.as("caseworker")
                .delete()
                .uri("/api/desk/v1/tickets/{id}/publication", ticket)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(request(id).path("description").isNull()).isTrue();
        assertThat(new Desk(clients)
                        .read(ticket)
                        .path("messages")
                        .get(0)
                        .path("text")
                        .asString())
                .contains("Geheimnis von Erika", "Hofstatt 1", "0170 1234567");
    }

    @Test
    void nobodyReplacesAPublicationThatTheyDidNotSee() {
        String ticket = ticket(made("service_code=insektennest&lat=48.1&long=11.5"));
        String first = tag(release(ticket, "Wir kommen.").expectStatus().isOk());
        release(ticket, "Wir kommen nicht.").expectStatus().isEqualTo(412);
        String second = tag(
                release(ticket, "Wir kommen am Montag.", first).expectStatus().isOk());
        release(ticket, "Wir kommen am Dienstag.", first).expectStatus().isEqualTo(412);
        withdraw(ticket, first).expectStatus().isEqualTo(412);
        withdraw(ticket, "").expectStatus().isEqualTo(412);
        assertThat(publication(ticket).path("description").asString()).isEqualTo("Wir kommen am Montag.");
        withdraw(ticket, second).expectStatus().isNoContent();
        release(ticket, "Wieder da.").expectStatus().isOk();
        release(ticket, "Was war.", second).expectStatus().isEqualTo(412);
    }

    @Test
    void hidesARequestWhoseTicketIsLockedAway() {
        String id = made("service_code=insektennest&lat=48.1&long=11.5");
        String ticket = ticket(id);
        var desk = new Desk(clients);
        long version = desk.read(ticket).path("version").asLong();
        desk.change(ticket, version, Map.of("requiredLevel", "high"))
                .expectStatus()
                .isOk();
        get(REQUESTS + "/" + id + ".json").expectStatus().isNotFound();
        release(ticket, "Doch öffentlich").expectStatus().isEqualTo(409);
    }

    @Test
    void showsNothingOfFormsThatAreNoPublicService() {
        String ticket = new Desk(clients)
                .ticketOf(Submissions.with(Map.of("form", "technische-anfrage", "fields", Map.of("thema", "Geheim"))));
        String number = new Desk(clients).read(ticket).path("number").asString();
        get(REQUESTS + "/" + number + ".json").expectStatus().isNotFound();
        get(REQUESTS + "/" + ticket + ".json").expectStatus().isNotFound();
        release(ticket, "Öffentlich").expectStatus().isEqualTo(409);
    }

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
            JsonNode made = json(post("json", "service_code=" + code + "&lat=48&long=11&attribute[thema]=Mast")
                    .expectStatus()
                    .isCreated());
            String token = made.get(0).path("token").asString();
            assertThat(made.get(0).has("service_request_id")).isFalse();
            JsonNode told = json(
                    get("/open311/v2/tokens/" + token + ".json").expectStatus().isOk());
            assertThat(request(told.get(0).path("service_request_id").asString())
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
        assertThat(services()).contains(code);
        forms.withdrawal(HttpMethod.PUT, code, "\"1\"").expectStatus().isNoContent();
        assertThat(services()).doesNotContain(code);
        get("/open311/v2/services/" + code + ".json").expectStatus().isNotFound();
        forms.withdrawal(HttpMethod.DELETE, code, "\"1\"").expectStatus().isNoContent();
        assertThat(services()).contains(code);
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
        assertThat(services()).doesNotContain(code);
    }

    @Test
    void findsByStatusServiceAndId() {
        String open = made("service_code=insektennest&lat=48.1&long=11.5");
        String closed = made("service_code=strassenschaden&lat=48.1&long=11.5&attribute[art]=Ampel");
        var desk = new Desk(clients);
        String ticket = ticket(closed);
        desk.change(ticket, desk.read(ticket).path("version").asLong(), Map.of("state", "closed"))
                .expectStatus()
                .isOk();
        assertThat(found("?status=closed")).contains(closed).doesNotContain(open);
        assertThat(found("?status=open&service_code=insektennest"))
                .contains(open)
                .doesNotContain(closed);
        assertThat(found("?service_request_id=" + open + "," + closed + "&status=open"))
                .containsExactly(open, closed);
        assertThat(request(closed).path("status").asString()).isEqualTo("closed");
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
        post("json", data).expectStatus().isCreated();
        admin.delete()
                .uri("/api/desk/v1/api-keys/{id}", key.path("id").asString())
                .exchange()
                .expectStatus()
                .isNoContent();
        post("json", data).expectStatus().isForbidden();
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

    @Test
    void repeatsWithAKeyMakeOneRequest() {
        String key = UUID.randomUUID().toString();
        String first = number(key);
        assertThat(number(key)).isEqualTo(first);
    }

    private List<String> services() {
        return json(get("/open311/v2/services.json").expectStatus().isOk()).values().stream()
                .map(each -> each.path("service_code").asString())
                .toList();
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

    private String number(String key) {
        return json(clients.anybody()
                        .post()
                        .uri(REQUESTS + ".json")
                        .header("Idempotency-Key", key)
                        .attributes(wrongOnPurpose())
                        .body(BodyInserters.fromFormData(parameters("service_code=insektennest&lat=48.1&long=11.5")))
                        .exchange())
                .get(0)
                .path("service_request_id")
                .asString();
    }

    private WebTestClient.ResponseSpec release(String ticket, String text) {
        return clients.as("caseworker")
                .put()
                .uri("/api/desk/v1/tickets/{id}/publication", ticket)
                .bodyValue(Map.of("description", text, "files", List.of()))
                .exchange();
    }

    private WebTestClient.ResponseSpec release(String ticket, String text, String seen) {
        return clients.as("caseworker")
                .put()
                .uri("/api/desk/v1/tickets/{id}/publication", ticket)
                .header("If-Match", seen)
                .bodyValue(Map.of("description", text, "files", List.of()))
                .exchange();
    }

    private WebTestClient.ResponseSpec withdraw(String ticket, String seen) {
        return clients.as("caseworker")
                .delete()
                .uri("/api/desk/v1/tickets/{id}/publication", ticket)
                .header("If-Match", seen)
                .exchange();
    }

    private JsonNode publication(String ticket) {
        return Desk.body(clients.as("caseworker")
                .get()
                .uri("/api/desk/v1/tickets/{id}/publication", ticket)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static String tag(WebTestClient.ResponseSpec response) {
        return response.returnResult(Void.class).getResponseHeaders().getETag();
    }

    private String ticket(String number) {
        return Desk.body(clients.as("caseworker")
                        .get()
                        .uri("/api/desk/v1/tickets?q={number}", number)
                        .exchange())
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    private List<String> found(String query) {
        return json(get(REQUESTS + ".json" + query).expectStatus().isOk()).values().stream()
                .map(each -> each.path("service_request_id").asString())
                .toList();
    }

    private JsonNode request(String id) {
        return json(get(REQUESTS + "/" + id + ".json").expectStatus().isOk()).get(0);
    }

    private String made(String data) {
        return json(post("json", data).expectStatus().isCreated())
                .get(0)
                .path("service_request_id")
                .asString();
    }

    private WebTestClient.ResponseSpec post(String format, String data) {
        return clients.anybody()
                .post()
                .uri(REQUESTS + "." + format)
                .attributes(wrongOnPurpose())
                .body(BodyInserters.fromFormData(parameters(data)))
                .exchange();
    }

    private WebTestClient.ResponseSpec get(String uri) {
        return clients.anybody().get().uri(uri).attributes(wrongOnPurpose()).exchange();
    }

    private static MultiValueMap<String, String> parameters(String data) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (String pair : data.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.add(parts[0], parts[1]);
        }
        parameters.putIfAbsent("api_key", List.of("demo-open311"));
        return parameters;
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    /** A JSON value as the text that its XML would hold: lists by number, objects by name. */
    private static Map<String, String> plain(JsonNode value, String at) {
        Map<String, String> all = new TreeMap<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                all.putAll(plain(value.get(i), at + "/" + i));
            }
        } else if (value.isObject()) {
            value.properties().forEach(each -> all.putAll(plain(each.getValue(), at + "/" + each.getKey())));
        } else {
            all.put(at, value.isNull() ? "" : value.asString());
        }
        return all;
    }

    private static Map<String, String> plain(Element element) {
        Map<String, String> all = new TreeMap<>();
        collect(element, "", all);
        return all;
    }

    private static void collect(Element element, String at, Map<String, String> all) {
        var children = element.getChildNodes();
        boolean leaf = true;
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeType() == Node.ELEMENT_NODE) {
                leaf = false;
                var child = (Element) children.item(i);
                boolean listed = (child.getTagName() + "s").equals(element.getTagName())
                        || element.getTagName().equals("service_requests");
                collect(child, at + "/" + (listed ? Integer.toString(i) : child.getTagName()), all);
            }
        }
        boolean emptyList =
                element.getTagName().endsWith("s") && element.getTextContent().isEmpty();
        if (leaf
                && !(emptyList
                        && List.of("values", "service_requests", "services").contains(element.getTagName()))) {
            all.put(at, element.getTextContent());
        }
    }

    private static Element xml(byte[] bytes) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("no XML: " + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }
}
