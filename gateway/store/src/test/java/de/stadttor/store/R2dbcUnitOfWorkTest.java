package de.stadttor.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.events.Event;
import de.stadttor.events.StreamId;
import de.stadttor.events.TestFacts;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcUnitOfWorkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Autowired
    private Ports ports;

    @Autowired
    private DatabaseClient database;

    private final AtomicInteger attempts = new AtomicInteger();

    /** Two transactions that take two streams in opposite order, each holding its first when it asks for the other. */
    @Test
    void beginsTheLoserOfADeadlockAgain() {
        StreamId one = TestFacts.stream(ports);
        StreamId other = TestFacts.stream(ports);
        Sinks.Empty<Void> firstHolds = Sinks.empty();
        Sinks.Empty<Void> secondHolds = Sinks.empty();
        Flux.merge(crossing(one, other, firstHolds, secondHolds), crossing(other, one, secondHolds, firstHolds))
                .as(StepVerifier::create)
                .expectNextCount(2)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(attempts).hasValue(3);
        assertThat(ports.log().read(one, 0, 10).count().block()).isEqualTo(2);
        assertThat(ports.log().read(other, 0, 10).count().block()).isEqualTo(2);
    }

    @Test
    void triesADefectOnce() {
        ports.unitOfWork()
                .commit(() -> {
                    attempts.incrementAndGet();
                    return Mono.error(() -> new IllegalStateException("no"));
                })
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
        assertThat(attempts).hasValue(1);
    }

    /** As with a node whose machine stands still: nobody rolls back, and the connection stays. */
    @Test
    void takesFromANodeThatFreezesWhatItHolds() {
        assertThat(seconds("SELECT @@SESSION.idle_transaction_timeout")).isEqualTo(60);
        StreamId stream = TestFacts.stream(ports);
        Sinks.Empty<Void> holds = Sinks.empty();
        Disposable frozen = ports.unitOfWork()
                .commit(() -> database.sql("SET SESSION idle_transaction_timeout = 1")
                        .then()
                        .then(append(stream))
                        .doOnNext(_ -> holds.tryEmitEmpty())
                        .then(Mono.never()))
                .onErrorComplete()
                .subscribe();
        try {
            holds.asMono().block(PATIENCE);
            Event next = ports.unitOfWork().commit(() -> append(stream)).block(PATIENCE);
            assertThat(next.seq()).isEqualTo(1);
        } finally {
            frozen.dispose();
        }
    }

    private int seconds(String sql) {
        return database.sql(sql)
                .map(row -> Integer.parseInt(String.valueOf(row.get(0))))
                .one()
                .block();
    }

    private Mono<Event> crossing(StreamId first, StreamId second, Sinks.Empty<Void> mine, Sinks.Empty<Void> theirs) {
        return ports.unitOfWork().commit(() -> {
            attempts.incrementAndGet();
            return append(first)
                    .doOnNext(_ -> mine.tryEmitEmpty())
                    .delayUntil(_ -> theirs.asMono())
                    .then(append(second));
        });
    }

    private Mono<Event> append(StreamId stream) {
        return ports.log().append(TestFacts.on(stream));
    }
}
