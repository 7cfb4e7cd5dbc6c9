package de.stadttor.channels.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.inbound.MailDoor;
import de.stadttor.channels.email.inbound.RawMail;
import de.stadttor.channels.email.mailbox.LoadedBatch.Loaded;
import de.stadttor.channels.email.mailbox.server.ListedMail;
import de.stadttor.channels.email.mailbox.server.MailRef;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.mailboxes.FolderName;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class HandingInTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final FolderName FOLDER = new FolderName("amt", "INBOX");

    @Test
    void waitsWhileTheDoorIsBusy() {
        var turns = new AtomicInteger();
        StepVerifier.withVirtualTime(() -> handIn(1, _ -> turns.getAndIncrement() < 10 ? busy() : Mono.empty()))
                .thenAwait(Duration.ofSeconds(10))
                .assertNext(handed -> assertThat(handed.in()).hasSize(1))
                .verifyComplete();
    }

    @Test
    void takesADoorThatStaysBusyForClosed() {
        StepVerifier.withVirtualTime(() -> handIn(1, _ -> busy()))
                .thenAwait(Duration.ofMinutes(5))
                .assertNext(handed -> assertThat(handed.refusal()).isInstanceOf(DoorClosed.class))
                .verifyComplete();
    }

    @Test
    void tellsAnOutageFromTheFaultOfAMail() {
        HandedIn outage = handIn(1, _ -> Mono.error(() -> new UncheckedIOException(new IOException())))
                .block();
        assertThat(outage.refusal()).isInstanceOf(DoorClosed.class);
        HandedIn fault =
                handIn(1, _ -> Mono.error(() -> new IllegalStateException())).block();
        assertThat(fault.refusal()).isNull();
        assertThat(notes(outage)).isZero();
        assertThat(notes(fault)).isEqualTo(1);
    }

    @Test
    void suspectsEachOfSeveralMailsOfWhichNoneGotIn() {
        HandedIn several =
                handIn(3, _ -> Mono.error(() -> new IllegalStateException())).block();
        assertThat(several.refusal()).isInstanceOf(IllegalStateException.class);
        assertThat(several.failed()).hasSize(3);
        assertThat(notes(several)).isZero();
    }

    /** Tries that are noted of the first mail. */
    private static int notes(HandedIn handed) {
        var notes = new FailureNotes(FOLDER, new Retries(Duration.ofSeconds(2), Random::new), CLOCK);
        return notes.of(handed.batch(), handed.failed()).getFirst().tries();
    }

    private static <T> Mono<T> busy() {
        return Mono.error(() -> new Refused(new Refusal.Busy(Duration.ofSeconds(1))));
    }

    private static Mono<HandedIn> handIn(int mails, MailDoor door) {
        List<ListedMail> listed = LongStream.rangeClosed(1, mails)
                .mapToObj(uid -> new ListedMail(new MailRef(uid, "7/" + uid), 10, Instant.EPOCH))
                .toList();
        List<Loaded> loaded = listed.stream()
                .map(mail -> new Loaded(mail, new RawMail.Whole(Slice.of(new byte[10])), "ab".repeat(32)))
                .toList();
        var batch = new Batch(listed, Batch.Way.WHOLE, true, 0);
        return Mono.fromCallable(() -> new InFlight(1 << 20).take(10))
                .map(room -> new LoadedBatch(batch, loaded, List.of(), List.of(), room))
                .flatMap(all -> new HandingIn(door, FOLDER, UncheckedIOException.class::isInstance, CLOCK)
                        .handIn(all, Set.of()));
    }
}
