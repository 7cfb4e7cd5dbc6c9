package de.stadttor.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.events.Event;
import de.stadttor.events.Fact;
import de.stadttor.events.StreamId;
import de.stadttor.reactions.Claims.Backlog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class WorkerTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LAST_RETRY = Duration.ofMinutes(15);
    private static final int MAX_ATTEMPTS = 12;

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final StreamId stream = new StreamId(ports.ids().next());
    private final List<Long> reacted = new ArrayList<>();

    @Test
    void worksUntilNothingIsDue() {
        append(stream, 250);
        drain(ports.claims(), this::remember);
        assertThat(reacted).hasSize(250).isSorted();
        assertThat(backlog()).isEqualTo(new Backlog(0, 0));
    }

    @Test
    void doesEachReactionOnce() {
        append(stream, 3);
        drain(ports.claims(), this::remember);
        drain(ports.claims(), this::remember);
        assertThat(reacted).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "10,512", "11,900", "12,900", "2147483647,900"})
    void waitsTwiceAsLongAfterEveryFailureUpToAQuarterOfAnHour(int attempts, long seconds) {
        assertThat(Worker.pause(attempts)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void triesAgainOnlyAfterThePause() {
        append(stream, 1);
        drain(ports.claims(), this::fail);
        drain(ports.claims(), this::remember);
        assertThat(reacted).isEmpty();
        ports.clock().advance(Duration.ofSeconds(1));
        drain(ports.claims(), this::remember);
        assertThat(reacted).containsExactly(1L);
    }

    @Test
    void keepsTheOrderOfAStreamWhileItsFirstReactionFails() {
        append(stream, 2);
        drain(ports.claims(), event -> event.seq() == 1 ? fail(event) : remember(event));
        assertThat(reacted).isEmpty();
    }

    @Test
    void doesOtherStreamsWhileOneFails() {
        append(stream, 1);
        append(new StreamId(ports.ids().next()), 2);
        drain(ports.claims(), event -> event.stream().equals(stream) ? fail(event) : remember(event));
        assertThat(reacted).containsExactly(1L, 2L);
    }

    @Test
    void doesSeveralStreamsInOneTransaction() {
        for (int streams = 0; streams < 5; streams++) {
            append(new StreamId(ports.ids().next()), 1);
        }
        List<Integer> ended = new ArrayList<>();
        var counting = new ForwardingClaims(ports.claims()) {
            @Override
            public Mono<Void> done(List<Claim> done) {
                ended.add(done.size());
                return super.done(done);
            }
        };
        drain(counting, this::remember);
        assertThat(reacted).hasSize(5);
        assertThat(ended).contains(5);
        assertThat(backlog()).isEqualTo(new Backlog(0, 0));
    }

    @Test
    void givesUpAfterTheLastAttemptAndGoesOnWithTheNextEvent() {
        append(stream, 2);
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            drain(ports.claims(), this::fail);
            assertThat(backlog()).isEqualTo(new Backlog(2, 0));
            ports.clock().advance(LAST_RETRY);
        }
        drain(ports.claims(), event -> event.seq() == 1 ? fail(event) : remember(event));
        assertThat(backlog()).isEqualTo(new Backlog(0, 1));
        assertThat(reacted).containsExactly(2L);
    }

    @Test
    void putsBackAReactionThatTakesTooLong() {
        append(stream, 1);
        StepVerifier.withVirtualTime(
                        () -> worker(ports.claims(), _ -> Mono.never()).drain())
                .thenAwait(LEASE)
                .verifyComplete();
        ports.clock().advance(Duration.ofSeconds(1));
        drain(ports.claims(), this::remember);
        assertThat(reacted).containsExactly(1L);
    }

    @Test
    void hasNoEffectAndSaysNothingWhenItWasOvertaken() {
        append(stream, 1);
        var later = new StreamId(ports.ids().next());
        drain(overtaking(), event -> append(later, event));
        ports.log().read(later, 0, 10).as(StepVerifier::create).verifyComplete();
        assertThat(backlog()).isEqualTo(new Backlog(1, 0));
    }

    @Test
    void saysNothingWhenItWasOvertakenBeforeItGaveUp() {
        append(stream, 1);
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            drain(ports.claims(), this::fail);
            ports.clock().advance(LAST_RETRY);
        }
        drain(overtaking(), this::fail);
        assertThat(backlog()).isEqualTo(new Backlog(1, 0));
    }

    @Test
    void looksWhenWokenAndInEverySweepWhateverFails() {
        TestPublisher<String> wakes = TestPublisher.create();
        var broken = new ForwardingClaims(ports.claims()) {
            @Override
            public Mono<List<Claim>> next(String consumer, String owner, Duration lease, int most) {
                reacted.add(0L);
                return Mono.error(() -> new IllegalStateException("database away"));
            }
        };
        StepVerifier.withVirtualTime(() -> worker(broken, this::remember).run(wakes.flux(), Duration.ofSeconds(2)))
                .thenAwait(Duration.ofSeconds(5))
                .then(() -> assertThat(reacted).hasSize(3))
                .then(() -> wakes.next("now"))
                .then(() -> assertThat(reacted).hasSize(4))
                .thenCancel()
                .verify();
    }

    /** Somebody else takes every claim over as soon as it is given. */
    private Claims overtaking() {
        return new ForwardingClaims(ports.claims()) {
            @Override
            public Mono<List<Claim>> next(String consumer, String owner, Duration lease, int most) {
                return super.next(consumer, owner, lease, most).delayUntil(_ -> {
                    ports.clock().advance(LEASE.plusSeconds(1));
                    return super.next(consumer, "somebody else", lease.multipliedBy(10), most);
                });
            }
        };
    }

    private void drain(Claims claims, Function<Event, Mono<Void>> reaction) {
        worker(claims, reaction).drain().as(StepVerifier::create).verifyComplete();
    }

    private Worker worker(Claims claims, Function<Event, Mono<Void>> reaction) {
        var lease = new Worker.Lease("this process", LEASE, 2);
        return new Worker(claims, ports.unitOfWork(), new Reacting(reaction), lease);
    }

    private Mono<Void> remember(Event event) {
        return Mono.fromRunnable(() -> reacted.add(event.seq()));
    }

    private Mono<Void> fail(Event event) {
        return Mono.error(() -> new IllegalStateException("no reaction to " + event.seq()));
    }

    private Mono<Void> append(StreamId to, Event because) {
        return ports.log()
                .append(new Fact(to, because.kind(), Map.of(), List.of(), Set.of()))
                .then();
    }

    private void append(StreamId to, int events) {
        var fact = new Fact(to, "message-added", Map.of(), List.of(), Set.of(Reacting.NAME));
        Flux.range(0, events)
                .concatMap(_ -> ports.unitOfWork().commit(() -> ports.log().append(fact)))
                .as(StepVerifier::create)
                .expectNextCount(events)
                .verifyComplete();
    }

    private Backlog backlog() {
        return ports.claims().backlog().block();
    }

    private record Reacting(Function<Event, Mono<Void>> reaction) implements Consumer {

        static final String NAME = "test";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public boolean wants(String kind) {
            return true;
        }

        @Override
        public Mono<Void> react(Event event) {
            return reaction.apply(event);
        }
    }
}
