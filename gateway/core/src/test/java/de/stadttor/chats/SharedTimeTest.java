package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.events.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A node whose clock goes wrong. */
class SharedTimeTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final MovableClock own = new MovableClock(NOON.minus(Duration.ofHours(1)));
    private Duration way = Duration.ZERO;
    private Mono<Instant> answer = Mono.just(NOON);
    private final SharedTime time = new SharedTime(own, this::ask);

    @Test
    void goesByTheOwnClockAtFirst() {
        assertThat(time.clock().instant()).isEqualTo(own.instant());
    }

    @Test
    void isPutRightByTheCommonClock() {
        time.compare().block();
        assertThat(time.clock().instant()).isEqualTo(NOON);
        own.advance(Duration.ofMinutes(5));
        assertThat(time.clock().instant()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
    }

    @Test
    void reckonsWithTheWayOfTheAnswer() {
        way = Duration.ofMillis(400);
        time.compare().block();
        assertThat(time.clock().instant()).isEqualTo(NOON.plusMillis(200));
    }

    @Test
    void learnsNothingFromAnAnswerThatCameLate() {
        time.compare().block();
        way = Duration.ofSeconds(9);
        answer = Mono.just(NOON.plusSeconds(99));
        time.compare().block();
        assertThat(time.clock().instant()).isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void goesOnAsBeforeWhileNobodyAnswers() {
        List<Throwable> failures = new ArrayList<>();
        time.compare().block();
        answer = Mono.error(() -> new IllegalStateException("the database is gone"));
        StepVerifier.withVirtualTime(() -> time.every(Duration.ofSeconds(10), failures::add))
                .expectSubscription()
                .thenAwait(Duration.ofSeconds(25))
                .thenCancel()
                .verify();
        assertThat(failures).hasSize(3);
        assertThat(time.clock().instant()).isEqualTo(NOON);
    }

    private Mono<Instant> ask() {
        return Mono.fromRunnable(() -> own.advance(way)).then(answer);
    }
}
