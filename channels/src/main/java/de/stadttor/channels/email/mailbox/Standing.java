package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.server.MailRef;
import de.stadttor.mailboxes.FailedMail;
import de.stadttor.mailboxes.Mark;
import java.util.List;
import java.util.Set;

/**
 * How far a folder was read before a pass.
 *
 * @param done names of mails that are in and stay; empty where the mark tells it, or where none stays
 */
record Standing(Mark mark, Set<String> done, List<FailedMail> failed) {

    /** Whether every mail that may be known under an old name was looked at; until then old names are needed. */
    boolean knowsAllOld() {
        return !mark.mayBeOld(askAfter() + 1);
    }

    /** Numbers above it must be asked for; failed mails may be below the mark. */
    long askAfter() {
        return failed.stream()
                .filter(FailedMail::comesAgain)
                .map(FailedMail::mail)
                .filter(name -> name.startsWith(mark.validity() + "/"))
                .mapToLong(name -> MailRef.numberOf(name) - 1)
                .reduce(mark.handledTo(), Math::min);
    }
}
