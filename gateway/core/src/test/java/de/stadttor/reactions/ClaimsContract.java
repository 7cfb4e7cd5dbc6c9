package de.stadttor.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.events.StreamId;
import de.stadttor.events.TestFacts;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every {@link Claims} promises. */
public interface ClaimsContract {

    Duration LEASE = Duration.ofSeconds(30);
    Duration SECOND = Duration.ofSeconds(1);

    Ports ports();

    @Test
    default void hasNothingForWhoIsNotConcerned() {
        String consumer = consumer();
        append(consumer, 1);
        next(consumer()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void givesTheEventToReactTo() {
        String consumer = consumer();
        StreamId stream = append(consumer, 1);
        Claim claim = next(consumer).block();
        assertThat(claim).isEqualTo(new Claim(consumer, stream, 1, 1, 1));
        assertThat(ports().claims().event(claim).block())
                .isEqualTo(ports().log().read(stream, 0, 1).single().block());
    }

    @Test
    default void keepsTheOrderOfAStream() {
        String consumer = consumer();
        append(consumer, 3);
        for (long seq = 1; seq <= 3; seq++) {
            Claim claim = next(consumer).block();
            assertThat(claim.seq()).isEqualTo(seq);
            next(consumer).as(StepVerifier::create).verifyComplete();
            done(claim).as(StepVerifier::create).verifyComplete();
        }
        next(consumer).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void neverGivesOneClaimToTwoOwners() {
        String consumer = consumer();
        Flux.range(0, 30)
                .concatMap(_ -> appending(consumer, TestFacts.stream(ports())))
                .blockLast();
        List<Claim> claims = Flux.range(0, 8)
                .flatMap(owner -> claimAll(consumer, "owner " + owner), 8)
                .collectList()
                .block();
        assertThat(new HashSet<>(claims)).hasSize(claims.size());
        claims.addAll(claimAll(consumer, "the sweep").collectList().block());
        assertThat(claims).hasSize(30);
        assertThat(claims).extracting(Claim::stream).doesNotHaveDuplicates();
    }

    @Test
    default void givesAClaimToAnotherAfterItsLeaseAndTheFirstCanFinishNothing() {
        String consumer = consumer();
        append(consumer, 1);
        Claim first = next(consumer).block();
        ports().clock().advance(LEASE.plus(SECOND));
        Claim second = next(consumer).block();
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(second.attempts()).isEqualTo(2);
        done(first).as(StepVerifier::create).verifyError(Overtaken.class);
        ports().claims().bury(first, "late").as(StepVerifier::create).verifyError(Overtaken.class);
        ports().claims()
                .retry(first, Duration.ZERO, "late")
                .as(StepVerifier::create)
                .verifyComplete();
        next(consumer).as(StepVerifier::create).verifyComplete();
        done(second).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void keepsAClaimThroughoutItsLease() {
        String consumer = consumer();
        append(consumer, 1);
        Claim claim = next(consumer).block();
        ports().clock().advance(LEASE);
        next(consumer).as(StepVerifier::create).verifyComplete();
        done(claim).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void isDoneOnlyIfItsEffectIs() {
        String consumer = consumer();
        append(consumer, 1);
        Claim claim = next(consumer).block();
        ports().unitOfWork()
                .commit(() ->
                        ports().claims().done(List.of(claim)).then(Mono.error(() -> new IllegalStateException("no"))))
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
        done(claim).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void isFreeAgainAfterThePauseOfARetry() {
        String consumer = consumer();
        append(consumer, 2);
        Claim claim = next(consumer).block();
        ports().claims().retry(claim, SECOND, "java.io.IOException").block();
        next(consumer).as(StepVerifier::create).verifyComplete();
        ports().clock().advance(SECOND);
        Claim again = next(consumer).block();
        assertThat(again.seq()).isEqualTo(1);
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    default void countsADeadLetterAndGoesOnWithTheNextEvent() {
        String consumer = consumer();
        var before = ports().claims().backlog().block();
        append(consumer, 2);
        ports().claims()
                .bury(next(consumer).block(), "java.lang.IllegalStateException")
                .block();
        assertThat(ports().claims().backlog().block())
                .isEqualTo(new Claims.Backlog(before.waiting() + 1, before.dead() + 1));
        assertThat(next(consumer).block().seq()).isEqualTo(2);
    }

    @Test
    default void givesSeveralAtOnceEachOfAnotherStream() {
        String consumer = consumer();
        append(consumer, 2);
        append(consumer, 1);
        append(consumer, 1);
        List<Claim> two = several(consumer, 2);
        List<Claim> rest = several(consumer, 5);
        assertThat(two).hasSize(2).allMatch(claim -> claim.seq() == 1);
        assertThat(rest).hasSize(1).extracting(Claim::stream).doesNotContainAnyElementsOf(streams(two));
        done(two).as(StepVerifier::create).verifyComplete();
        assertThat(several(consumer, 5))
                .singleElement()
                .satisfies(claim -> assertThat(claim.seq()).isEqualTo(2));
    }

    @Test
    default void endsNoneOfThemWhenOneWasOvertaken() {
        String consumer = consumer();
        append(consumer, 1);
        append(consumer, 1);
        List<Claim> both = several(consumer, 2);
        ports().clock().advance(LEASE.plus(SECOND));
        Claim overtaking = next(consumer).block();
        done(both).as(StepVerifier::create).verifyError(Overtaken.class);
        done(List.of(overtaking)).as(StepVerifier::create).verifyComplete();
        done(both.stream()
                        .filter(claim -> !claim.stream().equals(overtaking.stream()))
                        .toList())
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    default void letsTwoConsumersReactToTheSameEvent() {
        String one = consumer();
        String other = consumer();
        var stream = TestFacts.stream(ports());
        TestFacts.append(ports(), TestFacts.concerning(stream, one, other)).block();
        done(next(one).block()).block();
        assertThat(next(other).block()).isEqualTo(new Claim(other, stream, 1, 1, 1));
    }

    private String consumer() {
        return "test-" + UUID.randomUUID().toString().substring(0, 18);
    }

    private StreamId append(String consumer, int events) {
        var stream = TestFacts.stream(ports());
        Flux.range(0, events).concatMap(_ -> appending(consumer, stream)).blockLast();
        return stream;
    }

    private Mono<Void> appending(String consumer, StreamId stream) {
        return TestFacts.append(ports(), TestFacts.concerning(stream, consumer)).then();
    }

    private List<Claim> several(String consumer, int most) {
        return ports().claims().next(consumer, "owner", LEASE, most).block();
    }

    private static List<StreamId> streams(List<Claim> claims) {
        return claims.stream().map(Claim::stream).toList();
    }

    private Mono<Claim> next(String consumer) {
        return ports().claims().next(consumer, "owner", LEASE, 1).flatMap(ClaimsContract::only);
    }

    private Flux<Claim> claimAll(String consumer, String owner) {
        return ports().claims().next(consumer, owner, LEASE, 3).repeat(20).concatMapIterable(Function.identity());
    }

    private Mono<Void> done(Claim claim) {
        return done(List.of(claim));
    }

    private Mono<Void> done(List<Claim> claims) {
        return ports().unitOfWork().commit(() -> ports().claims().done(claims));
    }

    private static Mono<Claim> only(List<Claim> claims) {
        return Mono.justOrEmpty(claims.stream().findFirst());
    }
}
