package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.server.ListedMail;
import de.stadttor.channels.email.mailbox.server.MailRef;
import de.stadttor.mailboxes.FailedMail;
import de.stadttor.mailboxes.FailedMail.Cause;
import de.stadttor.mailboxes.FolderLease;
import de.stadttor.mailboxes.FolderProgress;
import de.stadttor.mailboxes.Mark;
import de.stadttor.mailboxes.Notes;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is done after the door has answered: in the mailbox first, then in our notes. */
final class Settling {

    private final FolderProgress progress;
    private final boolean stays;
    private final Retries retries;
    private final Clock clock;

    /** @param stays whether mails stay in their folder when they are in */
    Settling(FolderProgress progress, boolean stays, Retries retries, Clock clock) {
        this.progress = progress;
        this.stays = stays;
        this.retries = retries;
        this.clock = clock;
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

    /** Notes mails that could not be loaded, each to be tried alone; then fails as they did. */
    <T> Mono<T> unloaded(FolderLease lease, Batch batch, Throwable failure) {
        Cause cause = failure instanceof Unfetchable ? Cause.UNREADABLE : Cause.UNSTORED;
        List<FailedMail> failed = batch.mails().size() == 1
                ? List.of(failed(batch, batch.mails().getFirst(), cause))
                : batch.mails().stream().map(this::suspected).toList();
        return note(lease, Notes.failed(failed)).then(Mono.error(failure));
    }

    private Mono<Void> note(FolderLease lease, Notes notes) {
        return notes.isEmpty() ? Mono.empty() : progress.note(lease, notes);
    }

    private Notes notes(boolean lasting, Mark mark, HandedIn batch) {
        return new Notes(
                stays && lasting ? marked(mark, batch.batch().batch()) : null,
                stays ? batch.remembered() : List.of(),
                Stream.concat(
                                batch.failed().entrySet().stream()
                                        .map(entry -> failed(batch.batch().batch(), entry.getKey(), entry.getValue())),
                                stays ? Stream.empty() : batch.left().stream().map(this::left))
                        .toList(),
                forgotten(batch));
    }

    private static @Nullable Mark marked(Mark mark, Batch batch) {
        return batch.fresh() ? mark.passed(batch.highest()) : null;
    }

    /** Only a mail that failed before has anything to be forgotten. */
    private List<String> forgotten(HandedIn batch) {
        if (batch.batch().batch().fresh()) {
            return List.of();
        }
        return Stream.concat(batch.gone(), stays ? Stream.empty() : batch.names().stream())
                .toList();
    }

    /** One of several; which one it was is found out at once. */
    private FailedMail suspected(ListedMail mail) {
        return new FailedMail(mail.ref().name(), Cause.UNREADABLE, 0, clock.instant());
    }

    /** Where others go, it must be known while it stays. */
    private FailedMail left(ListedMail mail) {
        return new FailedMail(mail.ref().name(), Cause.LEFT, 0, clock.instant());
    }

    private FailedMail failed(Batch batch, ListedMail mail, Cause cause) {
        int tries = batch.tries() + 1;
        var due = clock.instant().plus(retries.pause(tries));
        return new FailedMail(mail.ref().name(), cause, tries, due);
    }
}
