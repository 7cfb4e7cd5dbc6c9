package de.stadttor.events;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every {@link EventLog} promises. */
public interface EventLogContract {

    Ports ports();

    @Test
    default void readsWhatWasAppended() {
        var fact = TestFacts.on(TestFacts.stream(ports()));
        Event event = TestFacts.append(ports(), fact).block();
        assertThat(event)
                .isEqualTo(new Event(
                        fact.stream(),
                        1,
                        fact.kind(),
                        fact.body(),
                        ports().clock().instant()));
        ports().log()
                .read(fact.stream(), 0, 10)
                .as(StepVerifier::create)
                .expectNext(event)
                .verifyComplete();
    }

    @Test
    default void readsAfterAPlaceAndNotMoreThanAsked() {
        var fact = TestFacts.on(TestFacts.stream(ports()));
        Flux.range(0, 5).concatMap(_ -> TestFacts.append(ports(), fact)).blockLast();
        assertThat(seqs(ports().log().read(fact.stream(), 2, 2))).containsExactly(3L, 4L);
    }

    @Test
    default void neverGivesTwoConcurrentAppendersTheSamePlace() {
        var fact = TestFacts.on(TestFacts.stream(ports()));
        List<Long> places = seqs(Flux.range(0, 50).flatMap(_ -> TestFacts.append(ports(), fact), 50));
        assertThat(places).containsExactlyInAnyOrderElementsOf(upTo(50));
        assertThat(seqs(ports().log().read(fact.stream(), 0, 100))).isEqualTo(upTo(50));
    }

    @Test
    default void appendsSeveralFactsInOneTransaction() {
        var fact = TestFacts.on(TestFacts.stream(ports()));
        ports().unitOfWork()
                .commit(() -> ports().log().append(fact).then(ports().log().append(fact)))
                .as(StepVerifier::create)
                .assertNext(event -> assertThat(event.seq()).isEqualTo(2))
                .verifyComplete();
    }

    @Test
    default void appendsSeveralFactsAtOnceInTheirOrder() {
        var citizen = TestFacts.citizen(ports());
        var one = TestFacts.shownTo(TestFacts.stream(ports()), citizen);
        var other = TestFacts.shownTo(TestFacts.stream(ports()), citizen);
        TestFacts.append(ports(), other).block();
        List<Event> events = ports().unitOfWork()
                .commit(() -> ports().log().append(List.of(one, other, one)))
                .block();
        assertThat(events).extracting(Event::stream).containsExactly(one.stream(), other.stream(), one.stream());
        assertThat(events).extracting(Event::seq).containsExactly(1L, 2L, 2L);
        assertThat(ports().feeds()
                        .read(citizen, 1, null, 10)
                        .map(Feeds.Entry::event)
                        .collectList()
                        .block())
                .isEqualTo(events);
        assertThat(ports().feeds().head(citizen).block()).isEqualTo(4);
    }

    @Test
    default void appendsNothing() {
        assertThat(ports().unitOfWork()
                        .commit(() -> ports().log().append(List.of()))
                        .block())
                .isEmpty();
    }

    @Test
    default void leavesNoTraceOfAnAppendThatWasRolledBack() {
        var citizen = TestFacts.citizen(ports());
        var fact = TestFacts.shownTo(TestFacts.stream(ports()), citizen);
        ports().unitOfWork()
                .commit(() -> ports().log().append(fact).then(Mono.error(() -> new IllegalStateException("no"))))
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
        ports().log().read(fact.stream(), 0, 10).as(StepVerifier::create).verifyComplete();
        assertThat(ports().commits().knows(citizen)).isFalse();
        assertThat(TestFacts.append(ports(), fact).block().seq()).isEqualTo(1);
        assertThat(ports().feeds().head(citizen).block()).isEqualTo(1);
    }

    @Test
    default void tellsOfACommitOnceItIsReadable() {
        var citizen = TestFacts.citizen(ports());
        var fact = new Fact(TestFacts.stream(ports()), "opened", Map.of(), List.of(citizen), Set.of());
        ports().unitOfWork()
                .commit(() -> ports().log()
                        .append(fact)
                        .doOnNext(_ ->
                                assertThat(ports().commits().knows(citizen)).isFalse()))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        assertThat(ports().commits().knows(citizen)).isTrue();
    }

    private static List<Long> seqs(Flux<Event> events) {
        return events.map(Event::seq).collectList().block();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
