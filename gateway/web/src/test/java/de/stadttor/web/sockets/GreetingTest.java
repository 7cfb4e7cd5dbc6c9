package de.stadttor.web.sockets;

import de.stadttor.web.WebSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class GreetingTest {

    private final Greeting greeting = new Greeting(new WebSettings("http://localhost", 1, Duration.ofSeconds(30)));

    @Test
    void whoSaysNothingHearsTheLastWordAfterTenSeconds() {
        StepVerifier.withVirtualTime(() -> greeting.awaited(Mono.never(), "bye"))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(9))
                .thenAwait(Duration.ofSeconds(1))
                .expectNext("bye")
                .verifyComplete();
    }

    @Test
    void whoHasGreetedUsHearsNothingOfIt() {
        StepVerifier.withVirtualTime(() -> greeting.awaited(Mono.delay(Duration.ofSeconds(5)), "bye"))
                .thenAwait(Duration.ofSeconds(20))
                .verifyComplete();
    }
}
