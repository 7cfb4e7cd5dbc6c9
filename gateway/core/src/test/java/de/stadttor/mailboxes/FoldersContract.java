package de.stadttor.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.mailboxes.FailedMail.Cause;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link FolderLeases} and its {@link FolderProgress} promise. */
public interface FoldersContract {

    Duration LEASE_OF_FOLDER = Duration.ofSeconds(30);

    Ports ports();

    @Test
    default void givesAFolderToOneReaderOnly() {
        FolderName folder = folder();
        assertThat(acquire(folder, "one")).isNotNull();
        assertThat(acquire(folder, "other")).isNull();
        assertThat(acquire(new FolderName(folder.mailbox(), "Other"), "other")).isNotNull();
    }

    @Test
    default void givesAFolderToAnotherReaderAfterTheLeaseAndTheFirstCanNoteNothing() {
        FolderName folder = folder();
        FolderLease first = acquire(folder, "one");
        ports().clock().advance(LEASE_OF_FOLDER.plusSeconds(1));
        FolderLease second = acquire(folder, "other");
        assertThat(second.fence()).isGreaterThan(first.fence());
        ports().folderLeases()
                .renew(first, LEASE_OF_FOLDER)
                .as(StepVerifier::create)
                .verifyError(LeaseLost.class);
        ports().folderProgress()
                .note(first, Notes.marked(Mark.start(7)))
                .as(StepVerifier::create)
                .verifyError(LeaseLost.class);
        ports().folderProgress().mark(folder).as(StepVerifier::create).verifyComplete();
        ports().folderLeases().release(first).block();
        assertThat(acquire(folder, "third")).isNull();
    }

    @Test
    default void keepsAFolderForWhoRenews() {
        FolderName folder = folder();
        FolderLease lease = acquire(folder, "one");
        ports().clock().advance(LEASE_OF_FOLDER);
        ports().folderLeases().renew(lease, LEASE_OF_FOLDER).block();
        ports().clock().advance(LEASE_OF_FOLDER);
        assertThat(acquire(folder, "other")).isNull();
    }

    @Test
    default void freesAFolderThatIsReleased() {
        FolderName folder = folder();
        ports().folderLeases().release(acquire(folder, "one")).block();
        assertThat(acquire(folder, "other")).isNotNull();
    }

    @Test
    default void remembersHowFarAFolderIsRead() {
        FolderName folder = folder();
        FolderLease lease = acquire(folder, "one");
        ports().folderProgress().mark(folder).as(StepVerifier::create).verifyComplete();
        Mark mark = Mark.renumbered(7, 12).passed(5);
        note(lease, Notes.marked(mark));
        note(lease, Notes.forgotten(List.of("7/1")));
        assertThat(ports().folderProgress().mark(folder).block()).isEqualTo(mark);
    }

    @Test
    default void knowsAMailByItsNameAndByItsBytes() {
        FolderName folder = folder();
        String digest = "ab".repeat(32);
        note(acquire(folder, "one"), remembered(new HandledMail("7/1", digest)));
        assertThat(ports().folderProgress().remembered(folder).collectList().block())
                .containsExactly("7/1");
        assertThat(known(folder, digest, "cd".repeat(32))).containsExactly(digest);
        assertThat(known(new FolderName(folder.mailbox(), "Other"), digest)).isEmpty();
    }

    @Test
    default void keepsWhatFailedUntilItIsIn() {
        FolderName folder = folder();
        FolderLease lease = acquire(folder, "one");
        var due = ports().clock().instant();
        note(lease, Notes.failed(List.of(new FailedMail("7/2", Cause.UNREADABLE, 1, due))));
        var again = new FailedMail("7/2", Cause.UNSTORED, 2, due.plusSeconds(5));
        note(lease, Notes.failed(List.of(again)));
        assertThat(failed(folder)).containsExactly(again);
        assertThat(ports().folderProgress().remembered(folder).collectList().block())
                .isEmpty();
        note(lease, remembered(new HandledMail("7/2", "ef".repeat(32))));
        assertThat(failed(folder)).isEmpty();
    }

    @Test
    default void forgetsWhatLeftItsFolder() {
        FolderName folder = folder();
        FolderLease lease = acquire(folder, "one");
        note(lease, remembered(new HandledMail("7/3", "ab".repeat(32))));
        note(lease, Notes.forgotten(List.of("7/3")));
        assertThat(ports().folderProgress().remembered(folder).collectList().block())
                .isEmpty();
    }

    private static Notes remembered(HandledMail mail) {
        return new Notes(null, List.of(mail), List.of(), List.of());
    }

    private static FolderName folder() {
        return new FolderName("box-" + UUID.randomUUID().toString().substring(0, 18), "INBOX");
    }

    private FolderLease acquire(FolderName folder, String owner) {
        return ports().folderLeases().acquire(folder, owner, LEASE_OF_FOLDER).block();
    }

    private void note(FolderLease lease, Notes notes) {
        ports().folderProgress().note(lease, notes).block();
    }

    private List<FailedMail> failed(FolderName folder) {
        return ports().folderProgress().failed(folder).collectList().block();
    }

    private List<String> known(FolderName folder, String... digests) {
        return ports().folderProgress()
                .known(folder, List.of(digests))
                .collectList()
                .block();
    }
}
