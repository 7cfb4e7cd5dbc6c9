package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients that sign as RFC 9421 has it; the signature is made here by hand, as a client would. */
@GatewayTest
class SignedRequestTest {

    private static final String PATH = "/api/intake/v1/submissions";

    /** Too large for a single buffer. */
    private static final String PICTURE = "a picture of it".repeat(20_000);

    @Autowired
    private Clients clients;

    private final String name = "signer-" + UUID.randomUUID();
    private String key = "";

    @BeforeEach
    void register() {
        JsonNode client = Desk.body(put(Map.of("rights", List.of("submit"), "forms", List.of("insektennest")))
                .expectStatus()
                .isOk());
        key = client.path("key").asString();
    }

    @Test
    void aSignedSubmissionBecomesATicket() {
        send(signed(nonce(), Instant.now()), body("insektennest"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void theSameSignatureCountsOnce() {
        Signature signature = signed(nonce(), Instant.now());
        String body = body("insektennest");
        send(signature, body).expectStatus().isCreated();
        send(signature, body).expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, -310, 310, 3600})
    void aClockThatIsFarOffIsRefused(int seconds) {
        send(signed(nonce(), Instant.now().plusSeconds(seconds)), body("insektennest"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aClockThatIsALittleOffIsForgiven() {
        send(signed(nonce(), Instant.now().minusSeconds(240)), body("insektennest"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void anotherBodyThanTheSignedOneIsRefusedAndMakesNothing() {
        Signature signature = signed(nonce(), Instant.now());
        String signedBody = body("insektennest");
        String other = signedBody.replace("Marienplatz", "Odeonsplatz");
        headers(signature, signedBody)
                .bodyValue(other)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aSignedSubmissionWithAFileBecomesATicket() {
        String parts = parts(body("insektennest"), PICTURE);
        sendParts(signed(nonce(), Instant.now()), parts, parts).expectStatus().isCreated();
    }

    @ParameterizedTest
    @CsvSource({"Marienplatz, Odeonsplatz", "a picture of it, another picture", "--end--, --end--and more"})
    void partsThatWereChangedOnTheWayAreRefusedAndMakeNothing(String signedText, String changed) {
        String parts = parts(body("insektennest"), PICTURE);
        sendParts(signed(nonce(), Instant.now()), parts, parts.replace(signedText, changed))
                .expectStatus()
                .isUnauthorized();
        sendParts(signed(nonce(), Instant.now()), parts, parts).expectStatus().isCreated();
    }

    @Test
    void anotherKeyIsRefused() {
        key = Base64.getEncoder().encodeToString("somebody else's key, 32 bytes....".getBytes(StandardCharsets.UTF_8));
        send(signed(nonce(), Instant.now()), body("insektennest"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aRenewedKeyReplacesTheOldOne() {
        String old = key;
        JsonNode renewed = Desk.body(clients.as("admin")
                .put()
                .uri("/api/desk/v1/intake-clients/{name}", name)
                .header("If-Match", "\"1\"")
                .bodyValue(Map.of("rights", List.of("submit"), "forms", List.of("*"), "newKey", true))
                .exchange()
                .expectStatus()
                .isOk());
        send(signed(nonce(), Instant.now()), body("insektennest"))
                .expectStatus()
                .isUnauthorized();
        key = renewed.path("key").asString();
        assertThat(key).isNotEqualTo(old);
        send(signed(nonce(), Instant.now()), body("strassenschaden"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void aForeignFormIsForbidden() {
        send(signed(nonce(), Instant.now()), body("strassenschaden"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aRightThatItDoesNotHoldIsForbidden() {
        String body = body("insektennest").replace("\"fields\"", "\"assuranceLevel\":\"high\",\"fields\"");
        send(signed(nonce(), Instant.now()), body).expectStatus().isForbidden();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(\"@method\" \"@path\" \"@query\");created=%d;keyid=\"%s\";nonce=\"%s\"",
                "(\"@method\" \"@path\" \"content-digest\");created=%d;keyid=\"%s\";nonce=\"%s\"",
                "(\"@method\" \"@query\" \"content-digest\");created=%d;keyid=\"%s\";nonce=\"%s\"",
                "(\"@method\" \"@path\" \"@query\""
                        + " \"content-digest\");created=%d;keyid=\"%s\";nonce=\"%s\";alg=\"none\"",
                "(\"@method\" \"@path\" \"@path\" \"@query\" \"content-digest\");created=%d;keyid=\"%s\";nonce=\"%s\"",
                "nonsense"
            })
    void aSignatureThatCoversTooLittleIsRefused(String parameters) {
        String input = parameters.formatted(Instant.now().getEpochSecond(), name, nonce());
        send(new Signature(input), body("insektennest")).expectStatus().isUnauthorized();
    }

    @Test
    void aCertificateInAHeaderMeansNothingFromAnybody() {
        clients.anybody()
                .post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Client-Cert", ":MIIB:")
                .attributes(wrongOnPurpose())
                .bodyValue(body("insektennest"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theFormsAClientSeesAreThoseItMayHandIn() {
        var signature = new Signature("(\"@method\" \"@path\" \"@query\");created=%d;keyid=\"%s\";nonce=\"%s\""
                .formatted(Instant.now().getEpochSecond(), name, nonce()));
        JsonNode forms = Desk.body(clients.anybody()
                .get()
                .uri("/api/intake/v1/forms")
                .header("Signature-Input", "sig=" + signature.input())
                .header("Signature", "sig=:" + code(signature.input(), "GET", "/api/intake/v1/forms", null) + ":")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(forms.path("items").values().stream()
                        .map(each -> each.path("form").asString()))
                .containsExactly("insektennest");
    }

    private WebTestClient.ResponseSpec put(Map<String, Object> data) {
        return clients.as("admin")
                .put()
                .uri("/api/desk/v1/intake-clients/{name}", name)
                .bodyValue(data)
                .exchange();
    }

    /** @param sent what comes instead of {@code signedParts} */
    private WebTestClient.ResponseSpec sendParts(Signature signature, String signedParts, String sent) {
        return headers(signature, signedParts)
                .contentType(MediaType.parseMediaType("multipart/form-data;boundary=end"))
                .bodyValue(sent.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private static String parts(String submission, String file) {
        return String.join(
                "\r\n",
                "--end",
                "Content-Disposition: form-data; name=\"submission\"",
                "Content-Type: application/json",
                "",
                submission,
                "--end",
                "Content-Disposition: form-data; name=\"files\"; filename=\"nest.txt\"",
                "Content-Type: text/plain",
                "",
                file,
                "--end--",
                "");
    }

    private WebTestClient.ResponseSpec send(Signature signature, String body) {
        return headers(signature, body).bodyValue(body).exchange();
    }

    private WebTestClient.RequestBodySpec headers(Signature signature, String body) {
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ":";
        return clients.anybody()
                .post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Digest", digest)
                .header("Signature-Input", "sig=" + signature.input())
                .header("Signature", "sig=:" + code(signature.input(), "POST", PATH, digest) + ":")
                .attributes(wrongOnPurpose());
    }

    private Signature signed(String nonce, Instant created) {
        return new Signature(
                "(\"@method\" \"@path\" \"@query\" \"content-digest\");created=%d;keyid=\"%s\";alg=\"hmac-sha256\";nonce=\"%s\""
                        .formatted(created.getEpochSecond(), name, nonce));
    }

    private String code(String input, String method, String path, String digest) {
        var base = new StringBuilder("\"@method\": " + method + "\n\"@path\": " + path + "\n\"@query\": ?\n");
        if (digest != null) {
            base.append("\"content-digest\": ").append(digest).append('\n');
        }
        base.append("\"@signature-params\": ").append(input);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(base.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String body(String form) {
        Map<String, Object> fields = form.equals("insektennest")
                ? Map.of("ort", "Marienplatz 8")
                : Map.of("ort", "Marienplatz 8", "art", "Ampel");
        return JsonMapper.shared().writeValueAsString(Submissions.with(Map.of("form", form, "fields", fields)));
    }

    private static String nonce() {
        return UUID.randomUUID().toString();
    }

    private record Signature(String input) {}
}
