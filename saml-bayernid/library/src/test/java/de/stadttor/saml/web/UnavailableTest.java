package de.stadttor.saml.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.CryptoWorkers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;

/** More than we can do at once, or a provider whose keys we do not know: 503 at once, and a page that says so. */
class UnavailableTest {

    private final CryptoWorkers workers = new CryptoWorkers(1, 1);
    private final CountDownLatch working = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        workers.close();
    }

    @Test
    void answersBusyWhenWorkersAndQueueAreTaken() throws InterruptedException {
        var client = Endpoints.reachedAt("https://gateway.musterstadt.example", Endpoints.KNOWN, workers);
        takeAllWorkers();

        assertUnavailable(client.get().uri("/saml2/login/bayernid"));
        assertUnavailable(client.post()
                .uri("/saml2/acs/bayernid")
                .body(BodyInserters.fromFormData("SAMLResponse", "AAAA").with("RelayState", "x")));
        client.get().uri("/saml2/metadata/bayernid").exchange().expectStatus().isEqualTo(503);
    }

    @Test
    void servesAgainOnceWorkIsDone() throws InterruptedException {
        var client = Endpoints.reachedAt("https://gateway.musterstadt.example", Endpoints.KNOWN, workers);
        var waiting = takeAllWorkers();
        release.countDown();
        waiting.block();

        client.get().uri("/saml2/login/bayernid").exchange().expectStatus().isOk();
    }

    @Test
    void answersBusyWhileTheProviderIsUnknown() {
        var client = Endpoints.reachedAt("https://gateway.musterstadt.example", _ -> Mono.empty(), workers);

        assertUnavailable(client.get().uri("/saml2/login/bayernid"));
        assertUnavailable(client.post()
                .uri("/saml2/acs/bayernid")
                .body(BodyInserters.fromFormData("SAMLResponse", "AAAA").with("RelayState", "x")));
    }

    /** One is worked on, one waits, and there is no place for a third; completes when both are done. */
    private Mono<Boolean> takeAllWorkers() throws InterruptedException {
        workers.call(this::untilReleased).onErrorComplete().subscribe();
        working.await();
        Mono<Boolean> second = workers.call(this::untilReleased).cache();
        second.subscribe();
        return second;
    }

    private boolean untilReleased() throws InterruptedException {
        working.countDown();
        release.await();
        return true;
    }

    private static void assertUnavailable(WebTestClient.RequestHeadersSpec<?> request) {
        var answer = request.exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "60")
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getResponseBody()).contains("in einigen Minuten noch einmal");
    }
}
