package de.stadttor.live;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.people.CitizenId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.test.subscriber.TestSubscriber;

class FollowersTest {

    private static final CitizenId CITIZEN = new CitizenId(new UUID(0, 1));

    private final Followers followers = new Followers();

    @Test
    void areAwakeWhenTheyStart() {
        var follower = TestSubscriber.<Wake>create();
        followers.wakes(CITIZEN).subscribe(follower);
        assertThat(follower.getReceivedOnNext()).hasSize(1);
    }

    @Test
    void areWokenOnceForWakesThatComeTooFast() {
        TestSubscriber<Wake> slow = TestSubscriber.builder().initialRequest(1).build();
        followers.wakes(CITIZEN).subscribe(slow);
        for (int i = 0; i < 1000; i++) {
            followers.wake(List.of(CITIZEN));
        }
        slow.request(10);
        assertThat(slow.getReceivedOnNext()).hasSize(2);
    }

    @Test
    void neverMakeOneAnotherWait() {
        TestSubscriber<Wake> stalled =
                TestSubscriber.builder().initialRequest(0).build();
        var quick = TestSubscriber.<Wake>create();
        followers.wakes(CITIZEN).subscribe(stalled);
        followers.wakes(CITIZEN).subscribe(quick);
        followers.wake(List.of(CITIZEN));
        assertThat(stalled.getReceivedOnNext()).isEmpty();
        assertThat(quick.getReceivedOnNext()).hasSize(2);
    }

    @Test
    void areFollowedUntilTheLastOneLeaves() {
        var first = TestSubscriber.<Wake>create();
        var second = TestSubscriber.<Wake>create();
        followers.wakes(CITIZEN).subscribe(first);
        followers.wakes(CITIZEN).subscribe(second);
        first.cancel();
        assertThat(followers.followed()).containsExactly(CITIZEN);
        second.cancel();
        assertThat(followers.followed()).isEmpty();
        followers.wake(List.of(CITIZEN));
        assertThat(second.getReceivedOnNext()).hasSize(1);
    }

    @Test
    void areWokenTogetherByOneWake() {
        var first = TestSubscriber.<Wake>create();
        var second = TestSubscriber.<Wake>create();
        followers.wakes(CITIZEN).subscribe(first);
        followers.wakes(CITIZEN).subscribe(second);
        followers.wake(List.of(CITIZEN));
        assertThat(first.getReceivedOnNext().getLast())
                .isSameAs(second.getReceivedOnNext().getLast());
    }
}
