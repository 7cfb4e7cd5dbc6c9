package de.stadttor.channels.email.outbound.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.events.MovableClock;
import de.stadttor.outbox.Attempt;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class BreakingRelayTest {

    private static final OutgoingMail MAIL = new OutgoingMail("a@stadt.test", "b@example.org", Slice.ofLatin1("\r\n"));

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private Attempt answer = new Attempt.Sent();
    private int asked;
    private final BreakingRelay relay = new BreakingRelay(
            new Relay() {
                @Override
                public boolean ready() {
                    return true;
                }

                @Override
                public Mono<Attempt> send(OutgoingMail mail) {
                    return Mono.fromSupplier(() -> {
                        asked++;
                        return answer;
                    });
                }
            },
            "relay",
            clock);

    @Test
    void leavesARelayAloneThatIsNotThere() {
        answer = new Attempt.Unreached("4.4.2");
        send(4);
        assertThat(relay.ready()).isFalse();
        assertThat(relay.send(MAIL).block()).isInstanceOf(Attempt.NotNow.class);
        assertThat(asked).isEqualTo(4);
    }

    @Test
    void asksAgainAfterAWhileWithOneMail() {
        answer = new Attempt.Unreached("4.4.2");
        send(4);
        clock.advance(Duration.ofSeconds(31));
        assertThat(relay.ready()).isTrue();
        assertThat(relay.send(MAIL).block()).isEqualTo(answer);
        assertThat(relay.ready()).isFalse();
    }

    @Test
    void goesOnOnceTheRelayIsBack() {
        answer = new Attempt.Unreached("4.4.2");
        send(4);
        clock.advance(Duration.ofSeconds(31));
        answer = new Attempt.Sent();
        send(5);
        assertThat(relay.ready()).isTrue();
        assertThat(asked).isEqualTo(9);
    }

    @Test
    void takesRefusalsAsALivingRelay() {
        answer = new Attempt.Refused("5.1.1");
        send(20);
        answer = new Attempt.Deferred("4.7.1");
        send(20);
        assertThat(relay.ready()).isTrue();
    }

    private void send(int mails) {
        for (int mail = 0; mail < mails; mail++) {
            assertThat(relay.send(MAIL).block()).isEqualTo(answer);
        }
    }
}
