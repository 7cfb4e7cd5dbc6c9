package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whatever comes in: a 4xx problem, never a 5xx, nothing half stored. */
@GatewayTest
class BadInputTest {

    @Autowired
    private Clients clients;

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("no JSON", "{\"form\":", 400),
                Arguments.of("nothing", "", 400),
                Arguments.of("twice the same name", "{\"form\":\"a\",\"form\":\"b\",\"submissionId\":\"1\"}", 400),
                Arguments.of("something after the end", "{} {}", 400),
                Arguments.of("too deep", "[".repeat(200) + "]".repeat(200), 400),
                Arguments.of("an array", "[]", 422),
                Arguments.of("a number for a text", "{\"form\":5,\"submissionId\":\"1\"}", 422),
                Arguments.of("an unknown form", "{\"form\":\"gibtsnicht\",\"submissionId\":\"1\"}", 422),
                Arguments.of("an unknown field", "{\"form\":\"insektennest\",\"submissionId\":\"1\",\"x\":1}", 422),
                Arguments.of("NUL", "{\"form\":\"insektennest\",\"submissionId\":\"1\\u0000\"}", 422),
                Arguments.of(
                        "half a surrogate",
                        "{\"form\":\"insektennest\",\"submissionId\":\"1\",\"fields\":{\"ort\":\"\\ud800\"}}",
                        422),
                Arguments.of(
                        "a number beyond all numbers",
                        "{\"form\":\"insektennest\",\"formVersion\":1e300,\"submissionId\":\"1\"}",
                        422),
                Arguments.of(
                        "a number that no double holds",
                        "{\"form\":\"insektennest\",\"formVersion\":-1e400,\"submissionId\":\"1\"}",
                        422),
                Arguments.of(
                        "a version that is not there",
                        "{\"form\":\"insektennest\",\"formVersion\":99,\"submissionId\":\"1\"}",
                        422));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void refusesABodyOf(String what, String body, int status) {
        post(body.getBytes(StandardCharsets.UTF_8)).expectStatus().isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"gibtsnicht,1,/form", "gibtsnicht,99,/form", "insektennest,99,/formVersion"})
    void tellsAnUnknownFormFromAnUnknownVersion(String form, int version, String pointer) {
        String body = "{\"form\":\"%s\",\"formVersion\":%d,\"submissionId\":\"1\",\"fields\":{\"ort\":\"Allee 1\"}}";
        post(body.formatted(form, version).getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/form-unknown")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] body = "{\"form\":\"insektennest\",\"submissionId\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        post(body).expectStatus().isBadRequest();
    }

    @Test
    void refusesABodyThatIsTooLargeByWhatItSaysAndByWhatItIs() {
        post(new byte[21 * 1024 * 1024]).expectStatus().isEqualTo(413);
        post(new byte[3 * 1024 * 1024]).expectStatus().isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/yaml", "application/x-www-form-urlencoded"})
    void refusesOtherMediaTypes(String type) {
        clients.as("formserver")
                .post()
                .uri("/api/intake/v1/submissions")
                .attributes(wrongOnPurpose())
                .contentType(MediaType.parseMediaType(type))
                .bodyValue("form=insektennest")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    static Stream<String> tokens() {
        String none = encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "."
                + encode("{\"iss\":\"http://localhost:8080/demo\",\"sub\":\"formserver\"}") + ".";
        return Stream.of("", "x", "a.b.c", none, "ey.ey.ey", "\u00e4.\u00f6.\u00fc");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void refusesWhatIsNoToken(String token) {
        for (String door : new String[] {"/api/intake/v1/forms", "/api/desk/v1/queues", "/api/citizen/v1/me"}) {
            clients.anybody()
                    .get()
                    .uri(door)
                    .attributes(wrongOnPurpose())
                    .header("Authorization", "Bearer " + token)
                    .exchange()
                    .expectStatus()
                    .value(status -> assertThat(status).isIn(400, 401));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "citizen-high /api/desk/v1/queues",
                "formserver /api/citizen/v1/me",
                "caseworker /api/intake/v1/forms",
                "caseworker /api/citizen/v1/tickets",
                "formserver /api/desk/v1/tickets"
            })
    void aTokenOpensOnlyItsOwnDoor(String attempt) {
        String[] parts = attempt.split(" ");
        clients.as(parts[0]).get().uri(parts[1]).exchange().expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "cursor=forged",
                "cursor=QUFBQUFBQUFBQUFBQUFBQUFB",
                "state=open%20",
                "q=%20",
                "limit=99999999999999999999"
            })
    void refusesUnreadableParameters(String query) {
        clients.as("caseworker")
                .get()
                .uri(URI.create(clients.url() + "/api/desk/v1/tickets?" + query))
                .attributes(wrongOnPurpose())
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/citizen/v1/tickets/nonsense",
                "/api/citizen/v1/tickets/%00",
                "/api/citizen/v1/tickets/..%2f..%2fetc",
                "/api/citizen/v1/tickets/0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3c4d",
                "/api/citizen/v1/nothing",
                "/api/citizen/v1/tickets;x=1/a",
                "/api/citizen//v1"
            })
    void refusesPathsThatLeadNowhere(String path) {
        clients.as("citizen-high")
                .get()
                .uri(URI.create(clients.url() + path))
                .attributes(wrongOnPurpose())
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(400, 404));
    }

    @Test
    void refusesMethodsAndAnswersThatItDoesNotHave() {
        clients.as("citizen-high")
                .delete()
                .uri("/api/citizen/v1/me")
                .attributes(wrongOnPurpose())
                .exchange()
                .expectStatus()
                .isEqualTo(405);
        clients.as("citizen-high")
                .get()
                .uri("/api/citizen/v1/me")
                .attributes(wrongOnPurpose())
                .accept(MediaType.APPLICATION_PDF)
                .exchange()
                .expectStatus()
                .isEqualTo(406);
    }

    @Test
    void refusesAKeyThatNoHeaderMayHold() {
        clients.as("formserver")
                .post()
                .uri("/api/intake/v1/submissions")
                .attributes(wrongOnPurpose())
                .header("Idempotency-Key", "k".repeat(201))
                .bodyValue(Submissions.anonymous())
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"text\":\"\"}", "{\"text\":null}", "{\"text\":[]}", "{\"text\":\"a\",\"b\":1}"})
    void refusesAMessageThatDoesNotFit(String body) {
        String ticket = new Desk(clients).ticketOf(Submissions.by("citizen-high"));
        clients.as("citizen-high")
                .post()
                .uri("/api/citizen/v1/tickets/{id}/messages", ticket)
                .attributes(wrongOnPurpose())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(400, 422));
        assertThat(new Desk(clients).read(ticket).path("messages")).hasSize(1);
    }

    @Test
    void theDemoAnswersOnlyToThisMachine() {
        for (var header : Map.of("Host", "stadt.example.org", "X-Forwarded-For", "10.0.0.1")
                .entrySet()) {
            clients.anybody()
                    .get()
                    .uri("/demo/token/admin")
                    .attributes(wrongOnPurpose())
                    .header(header.getKey(), header.getValue())
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        clients.anybody()
                .get()
                .uri("/demo/token/citizen-low?level=high")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private WebTestClient.ResponseSpec post(byte[] body) {
        return clients.as("formserver")
                .post()
                .uri("/api/intake/v1/submissions")
                .attributes(wrongOnPurpose())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
