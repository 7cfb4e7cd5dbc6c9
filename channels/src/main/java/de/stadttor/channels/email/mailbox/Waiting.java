package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.server.MailRef;
import de.stadttor.mailboxes.FailedMail;
import de.stadttor.mailboxes.FailedMail.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a pass has before it.
 *
 * @param fresh mails that come for the first time, in the order of their numbers
 * @param again mails that failed before and are due; each comes alone, after the fresh ones
 * @param vanished names that we know of mails that are no longer in the folder
 */
record Waiting(List<MailRef> fresh, List<Again> again, List<String> vanished) {

    /** So often a mail is tried before what can be had of it is taken. */
    static final int TRIES = 8;

    /** A mail with the tries before. */
    record Again(MailRef mail, Cause cause, int tries) {

        Batch.Way way(boolean large) {
            if (tries >= TRIES) {
                return cause == Cause.UNREADABLE ? Batch.Way.SALVAGED : Batch.Way.BY_HEADER;
            }
            return large ? Batch.Way.PIECEWISE : Batch.Way.WHOLE;
        }
    }

    /**
     * @param there mails of the folder; of several with one name, the first stands for all
     * @param from above this number they are fresh
     * @param done names of mails that are in
     */
    static Waiting of(List<MailRef> there, long from, Set<String> done, List<FailedMail> failed, Instant now) {
        Set<String> known = failed.stream().map(FailedMail::mail).collect(Collectors.toCollection(HashSet::new));
        known.addAll(done);
        Map<String, MailRef> byName = new LinkedHashMap<>();
        there.forEach(mail -> byName.putIfAbsent(mail.name(), mail));
        List<MailRef> fresh = byName.values().stream()
                .filter(mail -> mail.number() > from && !known.contains(mail.name()))
                .toList();
        List<Again> again = new ArrayList<>();
        List<String> vanished = new ArrayList<>();
        for (FailedMail mail : failed) {
            MailRef ref = byName.get(mail.mail());
            if (ref == null) {
                vanished.add(mail.mail());
            } else if (mail.comesAgain() && !mail.dueAt().isAfter(now)) {
                again.add(new Again(ref, mail.cause(), mail.tries()));
            }
        }
        done.stream().filter(name -> !byName.containsKey(name)).forEach(vanished::add);
        again.sort(Comparator.comparingInt(Again::tries));
        return new Waiting(fresh, again, vanished);
    }

    /** At most {@code most} fresh mails, for connections that see their mails go only at their end. */
    Waiting atMost(int most) {
        return new Waiting(fresh.subList(0, Math.min(most, fresh.size())), again, vanished);
    }

    int size() {
        return fresh.size() + again.size();
    }
}
