package de.stadttor.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The kit that guards all other tests: it must fail on every planted fault, and only then. */
class ContractCheckTest {

    private static final ContractCheck CHECK = ContractCheck.ofAll();
    private static final String TICKET = "/api/citizen/v1/tickets/0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3c4d";
    private static final String RECEIPT = """
        {"ticketId": "0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3c4d", "number": "2026-000123-7",
         "accessUrl": null, "receivedAt": "2026-11-22T09:00:01Z"}\
        """;
    private static final String SUBMISSION = """
        {"form": "insektennest", "submissionId": "F-1", "fields": {"ort": "Marienplatz"}}\
        """;

    @Test
    void passesWhatIsPromised() {
        var client = answering(json(200, """
            {"subject": "c-1", "name": null, "assuranceLevel": "high", "later": "more"}\
            """));
        assertThatCode(() -> client.get()
                        .uri("/api/citizen/v1/me")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.subject")
                        .isEqualTo("c-1"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAPathThatNoContractPromises() {
        assertViolation(() -> get(answering(json(200, "{}")), "/api/citizen/v1/secrets"), "no contract promises it");
    }

    @Test
    void refusesAnAnswerWithoutAPromisedField() {
        var client = answering(json(200, "{\"subject\": \"c-1\", \"name\": null}"));
        assertViolation(() -> get(client, "/api/citizen/v1/me"), "assuranceLevel");
    }

    @Test
    void refusesAnAnswerOfTheWrongShapeDeepInside() {
        var client = answering(json(200, """
            {"items": [{"id": "0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3d01", "direction": "fromCitizen", "channel": "form",
              "text": "leaked", "createdAt": "2026-11-22T09:00:01Z", "withheld": true, "requiredLevel": "high",
              "files": []}], "next": null}\
            """));
        assertViolation(() -> get(client, TICKET + "/messages"), "/items/0/text");
    }

    @Test
    void refusesAStatusThatIsNotPromised() {
        assertViolation(() -> get(answering(json(202, "{}")), "/api/citizen/v1/me"), "202 ACCEPTED is not promised");
    }

    @Test
    void refusesADefectEvenAsAProblem() {
        var client = answering(problem(500, "internal-error"));
        assertViolation(() -> get(client, "/api/citizen/v1/me"), "500 INTERNAL_SERVER_ERROR is not promised");
    }

    @Test
    void refusesAnotherMediaType() {
        var client = answering(
                response -> response.contentType(MediaType.TEXT_HTML).header("Cache-Control", "private, no-cache"));
        assertViolation(() -> get(client, "/api/citizen/v1/me"), "content type text/html");
    }

    @Test
    void refusesAnAnswerWithoutARequiredHeader() {
        var client = answering(problem(401, "unauthenticated"));
        assertViolation(() -> get(client, "/api/citizen/v1/me"), "header WWW-Authenticate is missing");
    }

    @Test
    void refusesAProblemOfAnotherKind() {
        var client = answering(problem(404, "ticket-state-conflict"));
        assertViolation(() -> get(client, TICKET + "/messages"), "/type");
    }

    @Test
    void refusesAProblemWhoseStatusIsNotThatOfTheAnswer() {
        var client = answering(503, "application/problem+json", """
            {"type": "/problems/busy", "title": "Gerade überlastet", "status": 500}\
            """);
        assertViolation(() -> get(client, "/api/citizen/v1/me"), "not the status of the response");
    }

    @Test
    void passesWhatCanHappenToAnyRequest() {
        var client = answering(problem(429, "too-many-requests"));
        assertThatCode(() -> get(client, "/api/citizen/v1/me")).doesNotThrowAnyException();
    }

    @Test
    void refusesABodyWhereNoneIsPromised() {
        var client = answering(response -> response.eTag("7"), 304, "text/plain", "unexpected");
        assertViolation(() -> get(client, TICKET), "no body is promised");
    }

    @Test
    void refusesAParameterOutOfRange() {
        var client = answering(json(200, "{\"items\": [], \"next\": null}"));
        assertViolation(() -> get(client, "/api/citizen/v1/tickets?limit=0"), "limit");
    }

    @Test
    void refusesAQueryParameterThatIsNotPromised() {
        var client = answering(json(200, "{\"items\": [], \"next\": null}"));
        assertViolation(() -> get(client, "/api/citizen/v1/tickets?sort=x"), "sort is not promised");
    }

    @Test
    void refusesAPathVariableThatIsNoId() {
        assertViolation(() -> get(answering(json(200, "{}")), "/api/citizen/v1/tickets/17"), "path parameter id");
    }

    @Test
    void refusesARequestBodyWithAnUnknownProperty() {
        assertViolation(() -> submit(SUBMISSION.replace("{\"form\"", "{\"colour\": \"red\", \"form\"")), "colour");
    }

    @Test
    void refusesAMissingRequestBody() {
        var client = answering(json(201, RECEIPT));
        assertViolation(() -> client.post().uri("/api/intake/v1/submissions").exchange(), "body of POST", "is missing");
    }

    @Test
    void passesARightRequestBody() {
        assertThatCode(() -> submit(SUBMISSION)).doesNotThrowAnyException();
    }

    @Test
    void checksOnlyTheAnswerWhenTheRequestIsWrongOnPurpose() {
        var refused = answering(problem(400, "malformed-json"));
        assertThatCode(() -> submitWrongly(refused)).doesNotThrowAnyException();
        assertViolation(() -> submitWrongly(answering(json(400, "{}"))), "content type application/json");
    }

    @Test
    void demandsAProblemWhereThereIsNoOperation() {
        var uri = "/api/citizen/v1/secrets";
        assertThatCode(() -> getWrongly(answering(problem(404, "not-found")), uri))
                .doesNotThrowAnyException();
        assertViolation(() -> getWrongly(answering(404, "text/html", "<h1>"), uri), "content type text/html");
        assertViolation(() -> getWrongly(answering(json(200, "{}")), uri), "200 OK is not promised");
    }

    @Test
    void readsMultipartBodies() {
        assertThatCode(() -> submitWithFile("submission")).doesNotThrowAnyException();
        assertViolation(() -> submitWithFile("subscription"), "submission");
    }

    @Test
    void leavesTheBytesOfFilesAlone() {
        var bytes = "\u0000binary";
        var client = answering(
                response -> response.header("Content-Disposition", "attachment; filename=\"nest.jpg\""),
                200,
                "image/jpeg",
                bytes);
        client.get()
                .uri(TICKET + "/messages/0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3d01"
                        + "/files/0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3e01")
                .exchange()
                .expectBody(String.class)
                .isEqualTo(bytes);
    }

    private static void submit(String body) {
        answering(json(201, RECEIPT))
                .post()
                .uri("/api/intake/v1/submissions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static void submitWrongly(WebTestClient client) {
        client.post()
                .uri("/api/intake/v1/submissions")
                .attributes(ContractCheck.wrongOnPurpose())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"form\":")
                .exchange();
    }

    private static void submitWithFile(String partName) {
        var body = """
            --b
            Content-Disposition: form-data; name="%s"
            Content-Type: application/json

            %s
            --b
            Content-Disposition: form-data; name="files"; filename="nest.txt"
            Content-Type: text/plain

            A nest.
            --b--
            """.formatted(partName, SUBMISSION).replace("\n", "\r\n");
        answering(json(201, RECEIPT))
                .post()
                .uri("/api/intake/v1/submissions")
                .contentType(MediaType.valueOf("multipart/form-data;boundary=b"))
                .bodyValue(body.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static void get(WebTestClient client, String uri) {
        client.get().uri(uri).exchange().expectBody().returnResult();
    }

    private static void getWrongly(WebTestClient client, String uri) {
        client.get()
                .uri(uri)
                .attributes(ContractCheck.wrongOnPurpose())
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static void assertViolation(ThrowingCallable exchange, String... parts) {
        assertThatThrownBy(exchange)
                .isInstanceOf(ContractViolation.class)
                .message()
                .contains(parts);
    }

    private record Answer(int status, String mediaType, String body) {}

    private static Answer json(int status, String body) {
        return new Answer(status, "application/json", body);
    }

    private static Answer problem(int status, String type) {
        return new Answer(status, "application/problem+json", """
            {"type": "/problems/%s", "title": "Planted", "status": %d}\
            """.formatted(type, status));
    }

    private static WebTestClient answering(Answer answer) {
        return answering(answer.status(), answer.mediaType(), answer.body());
    }

    private static WebTestClient answering(UnaryOperator<ServerResponse.BodyBuilder> headers) {
        return answering(headers, 200, null, "x");
    }

    private static WebTestClient answering(int status, String mediaType, String body) {
        return answering(UnaryOperator.identity(), status, mediaType, body);
    }

    private static WebTestClient answering(
            UnaryOperator<ServerResponse.BodyBuilder> headers, int status, String mediaType, String body) {
        return WebTestClient.bindToRouterFunction(RouterFunctions.route(RequestPredicates.all(), _ -> {
                    var response = headers.apply(ServerResponse.status(HttpStatus.valueOf(status)));
                    return (mediaType == null ? response : response.contentType(MediaType.valueOf(mediaType)))
                            .bodyValue(body);
                }))
                .configureClient()
                .filter(CHECK)
                .build();
    }
}
