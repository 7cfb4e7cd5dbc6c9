package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@GatewayTest
class SubmissionTest {

    private static final String PATH = "/api/intake/v1/submissions";

    @Autowired
    private Clients clients;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ergaenzungspflegschaft",
                "grundsteuer-kontakt",
                "insektennest",
                "strassenschaden",
                "technische-anfrage"
            })
    void everyFormOfTheDemoTakesItsOwnExample(String name) {
        JsonNode form = Desk.body(clients.as("formserver")
                .get()
                .uri("/api/intake/v1/forms/{form}", name)
                .exchange()
                .expectStatus()
                .isOk());
        var submission = Submissions.with(Map.of(
                "form", name, "assuranceLevel", form.path("submitLevel").asString(), "fields", form.path("example")));
        submit(submission).expectStatus().isCreated();
    }

    @Test
    void formsSpeakEnglishToWhoeverAsks() {
        clients.as("formserver")
                .get()
                .uri("/api/intake/v1/forms/insektennest")
                .header("Accept-Language", "fr, en;q=0.8")
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Report an insects' nest");
    }

    @Test
    void aRepeatGetsTheSameReceiptAndMakesNothing() {
        var submission = Submissions.anonymous();
        JsonNode first = Desk.body(submit(submission).expectStatus().isCreated());
        JsonNode second = Desk.body(
                submit(submission).expectStatus().isOk().expectHeader().valueEquals("Idempotency-Replayed", "true"));
        assertThat(second).isEqualTo(first);
        assertThat(first.path("accessUrl").asString()).matches("http://localhost:\\d+/fall#[\\w-]{43}");
    }

    @Test
    void theHeaderIsAKeyOfItsOwn() {
        String key = UUID.randomUUID().toString();
        JsonNode first = Desk.body(submit(Submissions.with(Map.of("submissionId", "a" + key)), key)
                .expectStatus()
                .isCreated());
        assertThat(Desk.body(submit(Submissions.with(Map.of("submissionId", "a" + key)), key)
                        .expectStatus()
                        .isOk()))
                .isEqualTo(first);
        problem(submit(Submissions.with(Map.of("submissionId", "b" + key)), key), 422, "idempotency-key-reused");
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        var submission = Submissions.anonymous();
        submit(submission).expectStatus().isCreated();
        submission.put("text", "Etwas anderes");
        problem(submit(submission), 422, "idempotency-key-reused");
    }

    @Test
    void namesEveryFaultyFieldByPointerAndMakesNoTicket() {
        var submission = Submissions.with(Map.of("fields", Map.of("hoehe", "hoch", "farbe", "gelb")));
        JsonNode problem = problem(submit(submission), 422, "validation-failed");
        assertThat(problem.path("errors").values().stream()
                        .map(fault -> fault.path("pointer").asString()))
                .containsExactlyInAnyOrder("/fields/ort", "/fields/hoehe", "/fields/farbe");
        submission.put("fields", Map.of("ort", "Marienplatz"));
        submit(submission).expectStatus().isCreated();
    }

    @Test
    void keepsWhatItRefusedForAPersonToSeeUntilAValidOneComes() {
        String id = UUID.randomUUID().toString();
        var submission = Submissions.with(Map.of("submissionId", id, "fields", Map.of()));
        submit(submission).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        JsonNode entry = newestQuarantined();
        assertThat(entry.path("form").asString()).isEqualTo("insektennest");
        assertThat(entry.path("reason").path("type").asString()).isEqualTo("/problems/validation-failed");
        JsonNode whole = Desk.body(clients.as("admin")
                .get()
                .uri("/api/intake/v1/quarantine/{id}", entry.path("id").asString())
                .exchange());
        assertThat(whole.path("body").asString()).contains(id);
        submission.put("fields", Map.of("ort", "Marienplatz"));
        JsonNode receipt = Desk.body(submit(submission));
        assertThat(newestQuarantined().path("closedByTicket").asString())
                .isEqualTo(receipt.path("ticketId").asString());
    }

    @Test
    void onlyAnIntakeAdminLooksIntoQuarantine() {
        clients.as("formserver")
                .get()
                .uri("/api/intake/v1/quarantine")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void refusesASubmissionBelowTheFormsLevel() {
        JsonNode problem = problem(
                submit(Submissions.with(Map.of(
                        "form", "ergaenzungspflegschaft",
                        "assuranceLevel", "substantial",
                        "fields", Map.of("aktenzeichen", "51 F 1/26", "verhaeltnis", "Verwandte")))),
                422,
                "assurance-too-low");
        assertThat(problem.path("requiredLevel").asString()).isEqualTo("high");
    }

    @Test
    void aClientWithoutTheRightToSubmitIsRefused() {
        problem(
                clients.as("callcentre")
                        .post()
                        .uri(PATH)
                        .bodyValue(Submissions.anonymous())
                        .exchange(),
                403,
                "forbidden");
    }

    @Test
    void aPseudonymMadeForAnotherHostMeansNobodyHere() {
        JsonNode receipt = Desk.body(
                submit(Submissions.with(Map.of("citizen", Submissions.identity("citizen-high", "other.example.org")))));
        assertThat(receipt.path("accessUrl").isNull()).isFalse();
        clients.as("citizen-high")
                .get()
                .uri("/api/citizen/v1/tickets/{id}", receipt.path("ticketId").asString())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aKnownCitizenGetsNoLink() {
        assertThat(Desk.body(submit(Submissions.by("citizen-low")))
                        .path("accessUrl")
                        .isNull())
                .isTrue();
    }

    @Test
    void streamsFilesToTheCaseAndServesThemAsDownloadsOnly() {
        byte[] picture = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        var submission = Submissions.by("citizen-high");
        JsonNode receipt = Desk.body(
                multipart(submission, "nest.svg", picture).expectStatus().isCreated());
        JsonNode again = Desk.body(
                multipart(submission, "nest.svg", picture).expectStatus().isOk());
        assertThat(again).isEqualTo(receipt);
        String ticket = receipt.path("ticketId").asString();
        JsonNode message = Desk.body(clients.as("citizen-high")
                        .get()
                        .uri("/api/citizen/v1/tickets/{id}/messages", ticket)
                        .exchange())
                .path("items")
                .get(0);
        JsonNode file = message.path("files").get(0);
        assertThat(file.path("name").asString()).isEqualTo("nest.svg");
        assertThat(file.path("size").asLong()).isEqualTo(picture.length);
        for (var reader :
                List.of(Map.entry("citizen-high", "/api/citizen/v1"), Map.entry("caseworker", "/api/desk/v1"))) {
            clients.as(reader.getKey())
                    .get()
                    .uri(
                            reader.getValue() + "/tickets/{t}/messages/{m}/files/{f}",
                            ticket,
                            message.path("id").asString(),
                            file.path("id").asString())
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueMatches("Content-Disposition", "attachment;.*")
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectBody(byte[].class)
                    .isEqualTo(picture);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "C:\\temp\\nest.jpg", "..", "nest\u202egpj.exe"})
    void refusesAFileThatIsNamedLikeAPathOrHidesItsName(String name) {
        problem(multipart(Submissions.anonymous(), name, new byte[] {1}), 422, "file-rejected");
    }

    private WebTestClient.ResponseSpec submit(Map<String, Object> submission) {
        return submit(submission, null);
    }

    private WebTestClient.ResponseSpec submit(Map<String, Object> submission, String key) {
        return clients.as("formserver")
                .post()
                .uri(PATH)
                .headers(headers -> {
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .bodyValue(submission)
                .exchange();
    }

    private WebTestClient.ResponseSpec multipart(Map<String, Object> submission, String name, byte[] content) {
        var parts = new MultipartBodyBuilder();
        parts.part("submission", submission, MediaType.APPLICATION_JSON);
        parts.part("files", new ByteArrayResource(content), MediaType.APPLICATION_OCTET_STREAM)
                .filename(name);
        return clients.as("formserver")
                .post()
                .uri(PATH)
                .attributes(wrongOnPurpose())
                .bodyValue(parts.build())
                .exchange();
    }

    private JsonNode newestQuarantined() {
        return Desk.body(clients.as("admin")
                        .get()
                        .uri("/api/intake/v1/quarantine?limit=1")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("items")
                .get(0);
    }

    private static JsonNode problem(WebTestClient.ResponseSpec response, int status, String slug) {
        JsonNode problem = Desk.body(response.expectStatus().isEqualTo(status));
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
        return problem;
    }
}
