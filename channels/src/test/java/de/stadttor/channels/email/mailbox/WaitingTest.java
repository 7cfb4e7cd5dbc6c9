package de.stadttor.channels.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.mailbox.server.MailRef;
import de.stadttor.mailboxes.FailedMail;
import de.stadttor.mailboxes.FailedMail.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    /** RFC 1939, section 7, allows it of equal mails. */
    @Test
    void readsTheFirstOfTwoMailsThatShareAName() {
        var first = new MailRef(1, "hash");
        var waiting = Waiting.of(List.of(first, new MailRef(2, "hash")), 0, Set.of(), List.of(), NOW);
        assertThat(waiting.fresh()).containsExactly(first);
    }

    @Test
    void knowsAMailThatIsLeftInItsFolderAndNeverTriesItAgain() {
        var left = new FailedMail("7/1", Cause.LEFT, 8, NOW);
        var waiting = Waiting.of(List.of(new MailRef(1, "7/1")), 0, Set.of(), List.of(left), NOW);
        assertThat(waiting.size()).isZero();
        assertThat(waiting.vanished()).isEmpty();
    }

    @Test
    void forgetsAMailThatWasLeftInItsFolderWhenItIsGone() {
        var left = new FailedMail("7/1", Cause.LEFT, 8, NOW);
        assertThat(Waiting.of(List.of(), 0, Set.of(), List.of(left), NOW).vanished())
                .containsExactly("7/1");
    }

    @Test
    void givesWayToAMailThatWasTriedEightTimes() {
        assertThat(way(Cause.UNSTORED, 7)).isEqualTo(Batch.Way.WHOLE);
        assertThat(way(Cause.UNSTORED, 8)).isEqualTo(Batch.Way.BY_HEADER);
        assertThat(way(Cause.UNREADABLE, 8)).isEqualTo(Batch.Way.SALVAGED);
    }

    private static Batch.Way way(Cause cause, int tries) {
        return new Waiting.Again(new MailRef(1, "7/1"), cause, tries).way(false);
    }
}
