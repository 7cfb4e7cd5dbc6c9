package de.stadttor.live;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.events.Event;
import de.stadttor.events.Fact;
import de.stadttor.events.Feeds;
import de.stadttor.events.StreamId;
import de.stadttor.people.CitizenId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

class LostWakesTest {

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final Followers followers = new Followers();
    private final CitizenId citizen = new CitizenId(ports.ids().next());
    private final TestSubscriber<Wake> follower = TestSubscriber.create();

    @Test
    void wakeWhoseFeedGrewAndLeaveTheRestAsleep() {
        var lostWakes = new LostWakes(ports.feeds(), followers);
        var other = TestSubscriber.<Wake>create();
        followers.wakes(citizen).subscribe(follower);
        followers.wakes(new CitizenId(ports.ids().next())).subscribe(other);
        append().then(lostWakes.look())
                .then(lostWakes.look())
                .as(StepVerifier::create)
                .verifyComplete();
        assertThat(follower.getReceivedOnNext()).hasSize(2);
        assertThat(other.getReceivedOnNext()).hasSize(1);
    }

    @Test
    void askOnceForFiveHundredFeeds() {
        var asked = new AtomicInteger();
        var lostWakes = new LostWakes(counting(asked), followers);
        for (int i = 0; i < 501; i++) {
            followers.wakes(new CitizenId(ports.ids().next())).subscribe(TestSubscriber.create());
        }
        lostWakes.look().as(StepVerifier::create).verifyComplete();
        assertThat(asked).hasValue(2);
    }

    @Test
    void askNothingWhileNobodyFollows() {
        var asked = new AtomicInteger();
        new LostWakes(counting(asked), followers)
                .look()
                .as(StepVerifier::create)
                .verifyComplete();
        assertThat(asked).hasValue(0);
    }

    @Test
    void goOnLookingAfterALookThatFailed() {
        var asked = new AtomicInteger();
        followers.wakes(citizen).subscribe(follower);
        StepVerifier.withVirtualTime(() -> new LostWakes(failing(asked), followers).every(Duration.ofSeconds(2)))
                .thenAwait(Duration.ofSeconds(6))
                .then(() -> assertThat(asked).hasValue(3))
                .thenCancel()
                .verify();
    }

    private Mono<Event> append() {
        var fact = new Fact(new StreamId(ports.ids().next()), "opened", Map.of(), List.of(citizen), Set.of());
        return ports.unitOfWork().commit(() -> ports.log().append(fact));
    }

    private Feeds counting(AtomicInteger asked) {
        return heads(citizens -> {
            asked.incrementAndGet();
            return ports.feeds().heads(citizens);
        });
    }

    private Feeds failing(AtomicInteger asked) {
        return heads(_ -> {
            asked.incrementAndGet();
            return Mono.error(() -> new IllegalStateException("database away"));
        });
    }

    private Feeds heads(Function<Collection<CitizenId>, Mono<Map<CitizenId, Long>>> heads) {
        return new Feeds() {
            @Override
            public Flux<Entry> read(CitizenId whose, long after, StreamId only, int limit) {
                return ports.feeds().read(whose, after, only, limit);
            }

            @Override
            public Mono<Long> head(CitizenId whose) {
                return ports.feeds().head(whose);
            }

            @Override
            public Mono<Map<CitizenId, Long>> heads(Collection<CitizenId> citizens) {
                return heads.apply(citizens);
            }
        };
    }
}
