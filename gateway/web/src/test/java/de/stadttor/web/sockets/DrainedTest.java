package de.stadttor.web.sockets;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class DrainedTest {

    private final TestPublisher<String> source = TestPublisher.create();

    @Test
    void passesOnWhatIsListenedTo() {
        StepVerifier.create(Drained.of(source.flux()))
                .then(() -> source.next("a", "b").complete())
                .expectNext("a", "b")
                .verifyComplete();
    }

    @Test
    void takesTheRestWhenNobodyListensAnyMore() {
        StepVerifier.create(Drained.of(source.flux()).take(1))
                .then(() -> source.next("a"))
                .expectNext("a")
                .verifyComplete();
        source.assertNotCancelled();
        source.next("b").complete();
        source.assertNoRequestOverflow();
    }

    @Test
    void holdsNobodyUpWhileItIsListenedTo() {
        StepVerifier.create(Drained.of(Flux.range(0, 100)), 1)
                .expectNext(0)
                .thenRequest(2)
                .expectNext(1, 2)
                .thenCancel()
                .verify();
    }
}
