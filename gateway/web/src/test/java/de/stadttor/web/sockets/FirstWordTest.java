package de.stadttor.web.sockets;

import de.stadttor.web.WebSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class FirstWordTest {

    private final FirstWord firstWord =
            new FirstWord(new WebSettings("http://localhost", 1, Duration.ofSeconds(30), Duration.ofSeconds(10)));

    @Test
    void whoSaysNothingHearsTheLastWordAfterTenSeconds() {
        StepVerifier.withVirtualTime(() -> firstWord.awaited(Mono.never(), "bye"))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(9))
                .thenAwait(Duration.ofSeconds(1))
                .expectNext("bye")
                .verifyComplete();
    }

    @Test
    void whoHasGreetedUsHearsNothingOfIt() {
        StepVerifier.withVirtualTime(() -> firstWord.awaited(Mono.delay(Duration.ofSeconds(5)), "bye"))
                .thenAwait(Duration.ofSeconds(20))
                .verifyComplete();
    }
}
