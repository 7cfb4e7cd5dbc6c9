package de.stadttor.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OnceOnlyTest {

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final OnceOnly once = new OnceOnly(ports.requestKeys());
    private final AtomicInteger done = new AtomicInteger();
    private final RequestKey key = new RequestKey("citizen 1", "k1", "a".repeat(64));
    private final UUID first = ports.ids().next();
    private final UUID second = ports.ids().next();

    @Test
    void doesTheWorkOfOneKeyOnce() {
        run(key, first)
                .as(StepVerifier::create)
                .expectNext(new Outcome<>(first, false))
                .verifyComplete();
        run(key, second)
                .as(StepVerifier::create)
                .expectNext(new Outcome<>(first, true))
                .verifyComplete();
        assertThat(done).hasValue(1);
    }

    @Test
    void doesTheWorkEveryTimeWithoutAKey() {
        run(null, first)
                .as(StepVerifier::create)
                .expectNext(new Outcome<>(first, false))
                .verifyComplete();
        run(null, second)
                .as(StepVerifier::create)
                .expectNext(new Outcome<>(second, false))
                .verifyComplete();
        assertThat(done).hasValue(2);
    }

    @Test
    void refusesTheSameKeyForSomethingElse() {
        run(key, first).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        run(new RequestKey(key.scope(), key.key(), "b".repeat(64)), second)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.KeyReused()));
        assertThat(done).hasValue(1);
    }

    @Test
    void leavesTheKeyFreeWhenTheWorkFails() {
        once.run(
                        key,
                        first,
                        result -> ports.unitOfWork()
                                .commit(() -> once.claim(key, result)
                                        .then(Mono.error(() -> new IllegalStateException("no")))))
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
        run(key, second)
                .as(StepVerifier::create)
                .expectNext(new Outcome<>(second, false))
                .verifyComplete();
    }

    @Test
    void givesEachOfManyConcurrentRequestsTheSameResult() {
        Flux.range(0, 50)
                .flatMap(_ -> run(key, ports.ids().next()), 50)
                .map(Outcome::value)
                .distinct()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        assertThat(done).hasValue(1);
    }

    private Mono<Outcome<UUID>> run(RequestKey with, UUID result) {
        return once.run(
                with,
                result,
                id -> ports.unitOfWork()
                        .commit(() -> once.claim(with, id).then(Mono.fromRunnable(done::incrementAndGet))));
    }
}
