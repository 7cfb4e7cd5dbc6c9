package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.HandedIn.Failure;
import de.stadttor.channels.email.mailbox.server.ListedMail;
import de.stadttor.channels.email.mailbox.server.MailRef;
import de.stadttor.mailboxes.FailedMail;
import de.stadttor.mailboxes.FailedMail.Cause;
import de.stadttor.mailboxes.FolderLease;
import de.stadttor.mailboxes.FolderProgress;
import de.stadttor.mailboxes.Mark;
import de.stadttor.mailboxes.Notes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is done after the door has answered: in the mailbox first, then in our notes. */
final class Settling {

    private final FolderProgress progress;
    private final boolean stays;
    private final FailureNotes failures;

    /** @param stays whether mails stay in their folder when they are in */
    Settling(FolderProgress progress, boolean stays, FailureNotes failures) {
        this.progress = progress;
        this.stays = stays;
        this.failures = failures;
    }

    /**
     * How many mails are done with.
     *
     * @param mark how far the folder was read before
     */
    Mono<Integer> settle(Connection connection, FolderLease lease, Mark mark, HandedIn batch) {
        List<MailRef> finished = batch.finished();
        Mono<Void> finish = finished.isEmpty() ? Mono.empty() : connection.run(folder -> folder.finish(finished));
        return finish.then(Mono.defer(() -> note(lease, notes(connection.lasting(), mark, batch))))
                .thenReturn(batch.in().size());
    }

    /**
     * Notes mails of which none got in, so that they come alone and no longer keep others out; then fails as they did.
     */
    Mono<HandedIn> refused(FolderLease lease, HandedIn batch, Throwable refusal) {
        return noted(lease, failures.of(batch.batch(), batch.failed()), refusal);
    }

    /** Notes mails that could not be loaded, each to be tried alone; then fails as they did. */
    <T> Mono<T> unloaded(FolderLease lease, Batch batch, Throwable failure) {
        boolean unreadable = failure instanceof Unfetchable;
        Cause cause = unreadable ? Cause.UNREADABLE : Cause.UNSTORED;
        Throwable why = unreadable ? failure : new DoorClosed(failure);
        return noted(
                lease,
                failures.of(
                        batch,
                        batch.mails().stream()
                                .map(mail -> new Failure(mail, cause, why))
                                .toList()),
                failure);
    }

    private <T> Mono<T> noted(FolderLease lease, List<FailedMail> failed, Throwable failure) {
        return note(lease, Notes.failed(failed)).then(Mono.error(failure));
    }

    private Mono<Void> note(FolderLease lease, Notes notes) {
        return notes.isEmpty() ? Mono.empty() : progress.note(lease, notes);
    }

    private Notes notes(boolean lasting, Mark mark, HandedIn batch) {
        return new Notes(
                stays && lasting ? marked(mark, batch.batch()) : null,
                stays ? batch.remembered() : List.of(),
                Stream.concat(
                                failures.single(batch.batch(), batch.failed()),
                                stays ? Stream.empty() : failures.left(batch.left()))
                        .toList(),
                forgotten(batch));
    }

    private static @Nullable Mark marked(Mark mark, Batch batch) {
        return batch.fresh() ? mark.passed(batch.highest()) : null;
    }

    /** Only a mail that failed before has anything to be forgotten. */
    private List<String> forgotten(HandedIn batch) {
        if (batch.batch().fresh()) {
            return List.of();
        }
        Stream<MailRef> gone = batch.gone().stream().map(ListedMail::ref);
        return Stream.concat(gone, stays ? Stream.empty() : batch.finished().stream())
                .map(MailRef::name)
                .toList();
    }
}
