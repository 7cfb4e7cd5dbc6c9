package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@GatewayTest
class LettersTest {

    private static final String NEWS = "/api/desk/v1/queues/umwelt/letters/news/en";
    private static final String CLAIM = "/api/desk/v1/queues/umwelt/letters/claim/en";
    private static final Map<String, Object> WORDS =
            Map.of("subject", "News {number}", "text", "Hello,\n\nread it: {accessLink}\n\n{signature}");

    @Autowired
    private Clients clients;

    @Test
    void anAdministratorGivesAQueueItsOwnWords() {
        ResponseSpec usual = read(NEWS).expectHeader().valueEquals(HttpHeaders.ETAG, "\"0\"");
        assertThat(Desk.body(usual).path("own").booleanValue()).isFalse();
        put(NEWS, "\"0\"", WORDS).expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        JsonNode own = Desk.body(read(NEWS).expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\""));
        assertThat(own.path("subject").asString()).isEqualTo("News {number}");
        assertThat(own.path("own").booleanValue()).isTrue();
    }

    @Test
    void whoHasNotSeenTheLatestWordsChangesNothing() {
        put(CLAIM, "\"4\"", WORDS).expectStatus().isEqualTo(412);
        assertThat(Desk.body(read(CLAIM)).path("own").booleanValue()).isFalse();
    }

    @Test
    void nobodyButAdministratorsSeesOrChangesThem() {
        clients.as("teamlead").get().uri(NEWS).exchange().expectStatus().isForbidden();
        clients.as("caseworker")
                .post()
                .uri(NEWS + "/preview")
                .bodyValue(WORDS)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void wordsWithAPlaceThatNothingFillsAreRefused() {
        put(CLAIM, "\"0\"", Map.of("subject", "Hello", "text", "{birthday}"))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void theWordsOfAQueueThatDoesNotExistAreNotFound() {
        clients.as("admin")
                .get()
                .uri("/api/desk/v1/queues/nowhere/letters/news/de")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aLetterThatWeDoNotWriteIsAskedForInVain() {
        clients.as("admin")
                .get()
                .uri("/api/desk/v1/queues/umwelt/letters/poem/de")
                .attributes(wrongOnPurpose())
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aPreviewShowsTheLetterWithItsPictureAndWithoutWhatRuns() {
        clients.as("admin")
                .put()
                .uri("/api/desk/v1/queues/umwelt/pictures/wappen")
                .bodyValue(Map.of("data", base64(new byte[] {'G', 'I', 'F', '8', '9', 'a', 1, 2, 3})))
                .exchange()
                .expectStatus()
                .isNoContent();
        String html = "<p>No. {number} <img src=\"cid:wappen\" alt=\"Wappen\"><script>alert(1)</script></p>";
        JsonNode preview = Desk.body(clients.as("admin")
                .post()
                .uri(CLAIM + "/preview")
                .bodyValue(Map.of("subject", "No. {number}", "text", "No. {number}", "html", html))
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(preview.path("subject").asString()).isEqualTo("No. 2026-000123-7");
        assertThat(preview.path("html").asString())
                .contains("No. 2026-000123-7")
                .contains("cid:wappen")
                .doesNotContain("script");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        clients.as("admin")
                .put()
                .uri("/api/desk/v1/queues/umwelt/pictures/page")
                .bodyValue(Map.of("data", base64("<html></html>".getBytes(StandardCharsets.UTF_8))))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void aPictureCanGo() {
        clients.as("admin")
                .delete()
                .uri("/api/desk/v1/queues/umwelt/pictures/none")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private ResponseSpec read(String letter) {
        return clients.as("admin").get().uri(letter).exchange().expectStatus().isOk();
    }

    private ResponseSpec put(String letter, String seen, Map<String, Object> words) {
        return clients.as("admin")
                .put()
                .uri(letter)
                .header(HttpHeaders.IF_MATCH, seen)
                .bodyValue(words)
                .exchange();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
