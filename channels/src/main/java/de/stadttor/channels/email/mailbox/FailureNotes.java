package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.HandedIn.Failure;
import de.stadttor.channels.email.mailbox.server.ListedMail;
import de.stadttor.mailboxes.FailedMail;
import de.stadttor.mailboxes.FailedMail.Cause;
import de.stadttor.mailboxes.FolderName;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is noted of mails that failed. The log tells of a mail's first failure and of the last before we give way. */
final class FailureNotes {

    private static final Logger LOG = LoggerFactory.getLogger(FailureNotes.class);

    private final FolderName folder;
    private final Retries retries;
    private final Clock clock;

    FailureNotes(FolderName folder, Retries retries, Clock clock) {
        this.folder = folder;
        this.retries = retries;
        this.clock = clock;
    }

    /** Of a batch that failed as a whole: which of several mails it was is found out at once. */
    List<FailedMail> of(Batch batch, List<Failure> failures) {
        return batch.mails().size() == 1
                ? single(batch, failures).toList()
                : failures.stream().map(this::suspected).toList();
    }

    /** Of mails that failed by themselves. */
    Stream<FailedMail> single(Batch batch, List<Failure> failures) {
        return failures.stream().map(failure -> single(batch.tries(), failure));
    }

    /** Of mails that stay in a folder that others leave: they must be known while they do. */
    Stream<FailedMail> left(List<ListedMail> mails) {
        return mails.stream()
                .map(mail -> new FailedMail(mail.ref().name(), Cause.LEFT, Waiting.TRIES, clock.instant()));
    }

    private FailedMail suspected(Failure failure) {
        return new FailedMail(failure.mail().ref().name(), failure.cause(), 0, clock.instant());
    }

    private FailedMail single(int before, Failure failure) {
        int tries = failure.isTheHouses() ? before : before + 1;
        String mail = failure.mail().ref().name();
        if (tries > before && (tries == 1 || tries == Waiting.TRIES)) {
            LOG.warn("Mail {} of mailbox {} failed, try {}: {}", mail, folder, tries, kind(failure));
        }
        return new FailedMail(mail, failure.cause(), tries, clock.instant().plus(retries.pause(Math.max(1, tries))));
    }

    private static String kind(Failure failure) {
        return failure.why() == null ? "withheld" : FolderState.kind(failure.why());
    }
}
