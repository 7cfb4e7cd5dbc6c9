package de.stadttor.events;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.live.Followers;
import de.stadttor.live.LiveFeed;
import de.stadttor.people.CitizenId;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What every {@link Feeds} promises, together with its {@link EventLog}. */
public interface FeedsContract {

    Duration PATIENCE = Duration.ofSeconds(15);

    Ports ports();

    @Test
    default void hasNothingForWhoTakesPartInNothing() {
        var nobody = TestFacts.citizen(ports());
        assertThat(ports().feeds().head(nobody).block()).isZero();
        ports().feeds().read(nobody, 0, null, 10).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void showsEachCitizenTheEventsMeantForThem() {
        var one = TestFacts.citizen(ports());
        var other = TestFacts.citizen(ports());
        var stream = TestFacts.stream(ports());
        Event both =
                TestFacts.append(ports(), TestFacts.shownTo(stream, other, one)).block();
        Event hers = TestFacts.append(ports(), TestFacts.shownTo(stream, one)).block();
        assertThat(entries(one)).containsExactly(new Feeds.Entry(1, both), new Feeds.Entry(2, hers));
        assertThat(entries(other)).containsExactly(new Feeds.Entry(1, both));
    }

    @Test
    default void leavesNoGapForWhatIsNotShown() {
        var citizen = TestFacts.citizen(ports());
        var stream = TestFacts.stream(ports());
        Flux.range(0, 3)
                .concatMap(_ -> TestFacts.append(ports(), TestFacts.shownTo(stream, citizen))
                        .then(TestFacts.append(ports(), TestFacts.on(stream))))
                .blockLast();
        assertThat(positions(citizen)).containsExactly(1L, 2L, 3L);
        assertThat(entries(citizen)).extracting(entry -> entry.event().seq()).containsExactly(1L, 3L, 5L);
    }

    @Test
    default void readsAfterAPositionAndNotMoreThanAsked() {
        var citizen = TestFacts.citizen(ports());
        append(citizen, 5);
        assertThat(positions(ports().feeds().read(citizen, 1, null, 3))).containsExactly(2L, 3L, 4L);
    }

    @Test
    default void readsOneStreamOnly() {
        var citizen = TestFacts.citizen(ports());
        var wanted = TestFacts.stream(ports());
        append(citizen, 2);
        TestFacts.append(ports(), TestFacts.shownTo(wanted, citizen)).block();
        append(citizen, 2);
        TestFacts.append(ports(), TestFacts.shownTo(wanted, citizen)).block();
        assertThat(positions(ports().feeds().read(citizen, 0, wanted, 10))).containsExactly(3L, 6L);
        assertThat(positions(ports().feeds().read(citizen, 3, wanted, 10))).containsExactly(6L);
    }

    @Test
    default void tellsTheHeadsOfManyAndLeavesOutWhoHasNone() {
        var one = TestFacts.citizen(ports());
        var two = TestFacts.citizen(ports());
        append(one, 1);
        append(two, 2);
        ports().feeds()
                .heads(List.of(one, two, TestFacts.citizen(ports())))
                .as(StepVerifier::create)
                .assertNext(heads ->
                        assertThat(heads).hasSize(2).containsEntry(one, 1L).containsEntry(two, 2L))
                .verifyComplete();
        assertThat(ports().feeds().heads(List.of()).block()).isEmpty();
    }

    @Test
    default void numbersWithoutGapsUnderFiftyConcurrentWriters() {
        var citizen = TestFacts.citizen(ports());
        append(citizen, 50);
        assertThat(positions(citizen))
                .isEqualTo(LongStream.rangeClosed(1, 50).boxed().toList());
    }

    /** Audiences in any order, each transaction on a stream of its own: nobody waits for nobody in a circle. */
    @Test
    default void survivesWritersThatShareTheirCitizens() {
        var one = TestFacts.citizen(ports());
        var two = TestFacts.citizen(ports());
        Flux.range(0, 40)
                .flatMap(
                        i -> TestFacts.append(
                                ports(),
                                i % 2 == 0
                                        ? TestFacts.shownTo(TestFacts.stream(ports()), one, two)
                                        : TestFacts.shownTo(TestFacts.stream(ports()), two, one)),
                        40)
                .blockLast();
        assertThat(positions(one)).hasSize(40).isEqualTo(positions(two));
    }

    /**
     * One writer is held before its COMMIT while another, on another stream of the same citizen, wants to commit. A
     * follower reads all the while: it sees neither a gap nor anything twice, and in the end both.
     */
    @Test
    default void skipsNothingWhileAnEarlierWriterIsHeldBeforeItsCommit() {
        var citizen = TestFacts.citizen(ports());
        var followers = new Followers();
        var held = Sinks.empty();
        var release = Sinks.empty();
        var earlier = TestFacts.shownTo(TestFacts.stream(ports()), citizen);
        var later = TestFacts.shownTo(TestFacts.stream(ports()), citizen);
        Mono<Event> first = ports().unitOfWork()
                .commit(() -> ports().log().append(earlier).delayUntil(_ -> {
                    held.tryEmitEmpty();
                    return release.asMono();
                }));
        Mono<Event> second = held.asMono().then(TestFacts.append(ports(), later));
        Mono<Void> both = Flux.merge(first, second)
                .doOnNext(_ -> followers.wake(List.of(citizen)))
                .then();
        Mono<Void> looking = held.asMono()
                .then(Flux.range(0, 20)
                        .concatMap(
                                _ -> ports().feeds().read(citizen, 0, null, 10).collectList())
                        .doOnNext(seen -> assertThat(seen).isEmpty())
                        .doFinally(_ -> release.tryEmitEmpty())
                        .then());
        new LiveFeed(ports().feeds(), followers)
                .follow(citizen, 0, null)
                .mergeWith(Flux.merge(both, looking).cast(LiveFeed.Found.class))
                .map(LiveFeed.Found::entry)
                .take(2)
                .map(entry -> List.of(entry.position(), entry.event().stream()))
                .as(StepVerifier::create)
                .expectNext(List.of(1L, earlier.stream()), List.of(2L, later.stream()))
                .expectComplete()
                .verify(PATIENCE);
    }

    private void append(CitizenId citizen, int events) {
        Flux.range(0, events)
                .flatMap(_ -> TestFacts.append(ports(), TestFacts.shownTo(TestFacts.stream(ports()), citizen)), 50)
                .blockLast();
    }

    private List<Feeds.Entry> entries(CitizenId citizen) {
        return ports().feeds().read(citizen, 0, null, 100).collectList().block();
    }

    private List<Long> positions(CitizenId citizen) {
        return positions(ports().feeds().read(citizen, 0, null, 100));
    }

    private static List<Long> positions(Flux<Feeds.Entry> entries) {
        return entries.map(Feeds.Entry::position).collectList().block();
    }
}
