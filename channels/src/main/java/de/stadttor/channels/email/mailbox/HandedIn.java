package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.LoadedBatch.Loaded;
import de.stadttor.channels.email.mailbox.server.ListedMail;
import de.stadttor.channels.email.mailbox.server.MailRef;
import de.stadttor.mailboxes.FailedMail.Cause;
import de.stadttor.mailboxes.HandledMail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch when the door has answered to each of its mails. Their bytes are gone.
 *
 * @param in are durable, so that they may be flagged, moved or deleted
 * @param failed must be offered again
 * @param gone somebody removed them in the meantime
 */
record HandedIn(Batch batch, List<Taken> in, List<Failure> failed, List<ListedMail> gone) {

    /** @param digest SHA-256 of the bytes, in hexadecimal digits */
    record Taken(ListedMail mail, String digest) {

        static Taken of(Loaded mail) {
            return new Taken(mail.mail(), mail.digest());
        }
    }

    /** @param why null when the server told none */
    record Failure(ListedMail mail, Cause cause, @Nullable Throwable why) {

        /** Whether it tells nothing about the mail. */
        boolean isTheHouses() {
            return why instanceof DoorClosed;
        }
    }

    static HandedIn of(LoadedBatch batch, List<Answer> answers) {
        List<Failure> failed = new ArrayList<>();
        answers.stream()
                .filter(answer -> !answer.isIn())
                .map(answer -> new Failure(answer.mail().mail(), Cause.UNSTORED, answer.failure()))
                .forEach(failed::add);
        batch.withheld().stream()
                .map(mail -> new Failure(mail, Cause.UNREADABLE, null))
                .forEach(failed::add);
        return new HandedIn(
                batch.batch(),
                answers.stream()
                        .filter(Answer::isIn)
                        .map(Answer::mail)
                        .map(Taken::of)
                        .toList(),
                failed,
                batch.gone());
    }

    /** Why not one of several got in, or why a closed door kept the only one out; null when it is not so. */
    @Nullable
    Throwable refusal() {
        List<Failure> refused =
                failed.stream().filter(each -> each.cause() == Cause.UNSTORED).toList();
        boolean all = in.isEmpty() && !refused.isEmpty();
        return all && (refused.size() > 1 || refused.getFirst().isTheHouses())
                ? refused.getFirst().why()
                : null;
    }

    /** Those that are done with in the mailbox; never one of which there may be more than we have. */
    List<MailRef> finished() {
        return batch.salvaged() ? List.of() : refs();
    }

    /** Those of which a part is in; they are left where they are. */
    List<ListedMail> left() {
        return batch.salvaged() ? in.stream().map(Taken::mail).toList() : List.of();
    }

    /** To be known as long as they stay in their folder. */
    List<HandledMail> remembered() {
        return in.stream()
                .map(mail -> new HandledMail(mail.mail().ref().name(), mail.digest()))
                .toList();
    }

    private List<MailRef> refs() {
        return in.stream().map(Taken::mail).map(ListedMail::ref).toList();
    }
}
