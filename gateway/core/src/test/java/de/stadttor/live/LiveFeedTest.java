package de.stadttor.live;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.events.Fact;
import de.stadttor.events.StreamId;
import de.stadttor.live.LiveFeed.Found;
import de.stadttor.people.CitizenId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

class LiveFeedTest {

    private static final int PAGE = 100;

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final Followers followers = new Followers();
    private final LostWakes lostWakes = new LostWakes(ports.feeds(), followers);
    private final LiveFeed live = new LiveFeed(ports.feeds(), followers);
    private final CitizenId citizen = new CitizenId(ports.ids().next());
    private final StreamId stream = new StreamId(ports.ids().next());

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /** Whatever the order of appends, lost wakes, looks and a reader that asks for a few at a time. */
    @ParameterizedTest
    @MethodSource("seeds")
    void losesDoublesAndReordersNothing(long seed) {
        var random = new Random(seed);
        TestSubscriber<Found> reader =
                TestSubscriber.builder().initialRequest(0).build();
        live.follow(citizen, 0, null).subscribe(reader);
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(5)) {
                case 0 -> append(random.nextInt(1, 8));
                case 1 -> append(random.nextBoolean() ? PAGE : PAGE - 1);
                case 2 -> followers.wake(List.of(citizen));
                case 3 -> reader.request(random.nextInt(1, 250));
                default -> look();
            }
        }
        reader.request(Long.MAX_VALUE);
        look();
        assertThat(positions(reader.getReceivedOnNext())).isEqualTo(upTo(head()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 99, 100})
    void goesOnWhereItWasWhenTheDatabaseGoesAwayAndComesBack(int read) {
        append(2 * PAGE);
        var failures = new AtomicInteger(3);
        var unsteady = new HeadWatchedFeeds(ports.feeds(), UnaryOperator.identity()) {
            @Override
            public Flux<Entry> read(CitizenId of, long after, StreamId only, int limit) {
                Flux<Entry> page = super.read(of, after, only, limit);
                return failures.getAndDecrement() > 0
                        ? page.take(read).concatWith(Mono.error(() -> new IllegalStateException("away")))
                        : page;
            }
        };
        new LiveFeed(unsteady, followers)
                .follow(citizen, 0, null)
                .map(found -> found.entry().position())
                .take(2 * PAGE)
                .collectList()
                .as(StepVerifier::create)
                .expectNext(upTo(2 * PAGE))
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 200, 201})
    void catchesUpAcrossPages(int entries) {
        append(entries);
        var reader = TestSubscriber.<Found>create();
        live.follow(citizen, 0, null).subscribe(reader);
        assertThat(positions(reader.getReceivedOnNext())).isEqualTo(upTo(entries));
    }

    @Test
    void goesOnAfterThePositionItIsGiven() {
        append(150);
        var reader = TestSubscriber.<Found>create();
        live.follow(citizen, 149, null).subscribe(reader);
        append(1);
        followers.wake(List.of(citizen));
        assertThat(positions(reader.getReceivedOnNext())).containsExactly(150L, 151L);
    }

    @Test
    void followsOneStreamPastTheOthers() {
        var other = new StreamId(ports.ids().next());
        append(other, 120);
        append(1);
        append(other, 120);
        append(1);
        var reader = TestSubscriber.<Found>create();
        live.follow(citizen, 0, stream).subscribe(reader);
        assertThat(positions(reader.getReceivedOnNext())).containsExactly(121L, 242L);
    }

    @Test
    void showsOneCitizenNothingOfAnother() {
        append(3);
        var reader = TestSubscriber.<Found>create();
        live.follow(new CitizenId(ports.ids().next()), 0, null).subscribe(reader);
        assertThat(reader.getReceivedOnNext()).isEmpty();
    }

    /** Four writers on threads of their own, half of their wakes lost, one reader who comes in the middle. */
    @Test
    void keepsTheOrderUnderConcurrentWriters() {
        int each = 250;
        Mono<Void> writers = Flux.range(0, 4)
                .flatMap(
                        writer -> Flux.range(0, each)
                                .concatMap(i -> append(new StreamId(new UUID(7, writer)))
                                        .doOnSuccess(_ -> wakeIf(i % 2 == 0)))
                                .subscribeOn(Schedulers.parallel()),
                        4)
                .then();
        live.follow(citizen, 0, null)
                .mergeWith(writers.then(lostWakes.look()).then(Mono.empty()))
                .take(4L * each)
                .collectList()
                .as(StepVerifier::create)
                .assertNext(all -> assertThat(positions(all)).isEqualTo(upTo(4L * each)))
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void readsOnceForAllWhoAreWokenTogether() {
        var reads = new AtomicInteger();
        var counted = new HeadWatchedFeeds(ports.feeds(), UnaryOperator.identity()) {
            @Override
            public Flux<Entry> read(CitizenId of, long after, StreamId only, int limit) {
                return super.read(of, after, only, limit).doOnSubscribe(_ -> reads.incrementAndGet());
            }
        };
        var feed = new LiveFeed(counted, followers);
        Flux<Long> followed = Flux.range(0, 50)
                .flatMap(_ -> feed.follow(citizen, 0, null).take(1), 50)
                .map(found -> found.entry().position());
        StepVerifier.create(followed)
                .then(() -> assertThat(reads).hasValue(50))
                .then(() -> append(1))
                .then(() -> followers.wake(List.of(citizen)))
                .expectNextCount(50)
                .verifyComplete();
        assertThat(reads).hasValue(51);
    }

    @Test
    void forgetsAFollowerWhoLeft() {
        var reader = TestSubscriber.<Found>create();
        live.follow(citizen, 0, null).subscribe(reader);
        assertThat(followers.followed()).containsExactly(citizen);
        reader.cancel();
        assertThat(followers.followed()).isEmpty();
    }

    private void wakeIf(boolean lucky) {
        if (lucky) {
            followers.wake(List.of(citizen));
        }
    }

    private void look() {
        lostWakes.look().as(StepVerifier::create).verifyComplete();
    }

    private void append(int entries) {
        append(stream, entries);
    }

    private void append(StreamId to, int entries) {
        Flux.range(0, entries)
                .concatMap(_ -> append(to))
                .as(StepVerifier::create)
                .thenConsumeWhile(_ -> true)
                .verifyComplete();
    }

    private Mono<Void> append(StreamId to) {
        var fact = new Fact(to, "state-changed", Map.of(), List.of(citizen), Set.of());
        return ports.unitOfWork().commit(() -> ports.log().append(fact)).then();
    }

    private long head() {
        return ports.feeds().head(citizen).block();
    }

    private static List<Long> positions(List<Found> entries) {
        return entries.stream().map(found -> found.entry().position()).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
