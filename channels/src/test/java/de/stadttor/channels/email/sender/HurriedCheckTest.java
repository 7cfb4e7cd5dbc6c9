package de.stadttor.channels.email.sender;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.mime.Head;
import de.stadttor.channels.email.mime.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HurriedCheckTest {

    private static final Slice MAIL = Slice.of("From: erika@example.org\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    private static final SenderVerdict PASS = new SenderVerdict("pass", "pass", "pass", "example.org");

    @Test
    void saysWhatTheOtherSaysInTime() {
        assertThat(check((_, _) -> PASS, Duration.ofSeconds(20))).isEqualTo(PASS);
    }

    @Test
    void knowsNothingForNowWhenNobodyAnswers() {
        var never = new CountDownLatch(1);
        SenderVerdict verdict = check((_, _) -> afterwards(never), Duration.ofMillis(20));
        assertThat(verdict.dmarc()).isEqualTo("temperror");
        assertThat(verdict.domain()).isNull();
    }

    private static SenderVerdict check(SenderCheck other, Duration longest) {
        return new HurriedCheck(other, longest).check(Head.of(MAIL).fields(), MAIL);
    }

    private static SenderVerdict afterwards(CountDownLatch latch) {
        try {
            latch.await();
            return PASS;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
