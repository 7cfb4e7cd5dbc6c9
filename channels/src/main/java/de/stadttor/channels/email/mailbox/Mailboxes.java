package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.inbound.MailDoor;
import de.stadttor.files.ContentStore;
import de.stadttor.mailboxes.FolderLeases;
import de.stadttor.mailboxes.FolderProgress;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Makes readers of folders that share one door, and one bound on what is under way. */
public final class Mailboxes {

    private final MailDoor door;
    private final FolderLeases leases;
    private final FolderProgress progress;
    private final Loading loading;
    private final Predicate<Throwable> outage;
    private final Limits limits;
    private final LeaseTerms terms;
    private final Clock clock;

    /** @param outage whether a failure of the door would meet every other mail as well, and so is none of one mail */
    public Mailboxes(
            MailDoor door,
            Predicate<Throwable> outage,
            FolderLeases leases,
            FolderProgress progress,
            ContentStore contents,
            Limits limits,
            LeaseTerms terms,
            Clock clock) {
        this.door = door;
        this.outage = outage;
        this.leases = leases;
        this.progress = progress;
        this.loading = new Loading(new InFlight(limits.inFlight()), contents, limits.most());
        this.limits = limits;
        this.terms = terms;
        this.clock = clock;
    }

    public FolderReader reader(WatchedFolder folder) {
        var retries = new Retries(folder.retry(), ThreadLocalRandom::current);
        var state = new FolderState(folder.name(), clock);
        var pass = new FolderPass(
                folder,
                progress,
                loading,
                new HandingIn(door, folder.name(), outage, clock),
                new Settling(progress, folder.afterwards().stays(), new FailureNotes(folder.name(), retries, clock)),
                new Tidying(progress, clock),
                state,
                clock,
                limits.wholeUpTo());
        return new FolderReader(folder, leases, terms, pass, state, retries);
    }
}
