package de.stadttor.gateway;

import de.stadttor.seals.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Somebody at the page of a form, without the page. */
final class Visitor {

    private final WebTestClient client;

    Visitor(WebTestClient client) {
        this.client = client;
    }

    /** A form of a wasps' nest, filled in anew. */
    static Map<String, Object> nest() {
        return new HashMap<>(
                Map.of("formVersion", 1, "fields", Map.of("ort", "Marienplatz 8"), "citizen", Map.of("name", "Erika")));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    WebTestClient.RequestBodySpec to(String form, String key) {
        return client.post().uri("/formular/{form}/submissions", form).header("Idempotency-Key", key);
    }

    /** With new work done for it. */
    WebTestClient.ResponseSpec send(String form, String key, Map<String, Object> filled) {
        return to(form, key)
                .header("Proof-Of-Work", work(form))
                .bodyValue(filled)
                .exchange();
    }

    /** A challenge, solved. */
    String work(String form) {
        return solved(client.get().uri("/formular/{form}/challenge", form).exchange());
    }

    /** The same for a chat. */
    String workForChat() {
        return solved(client.get().uri("/chat/v1/challenge").exchange());
    }

    private static String solved(WebTestClient.ResponseSpec answer) {
        JsonNode challenge = Desk.body(answer);
        String salt = challenge.path("salt").asString();
        String wanted = challenge.path("challenge").asString();
        int number = IntStream.rangeClosed(0, challenge.path("maxnumber").asInt())
                .filter(each -> Sha256.hex(salt + each).equals(wanted))
                .findFirst()
                .orElseThrow();
        return Base64.getEncoder()
                .encodeToString("""
                    {"algorithm":"SHA-256","challenge":"%s","number":%d,"salt":"%s","signature":"%s"}\
                    """.formatted(
                        wanted, number, salt, challenge.path("signature").asString()).getBytes(StandardCharsets.UTF_8));
    }
}
