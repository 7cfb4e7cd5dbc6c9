package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.server.MailRef;
import de.stadttor.mailboxes.FolderLease;
import de.stadttor.mailboxes.FolderProgress;
import de.stadttor.mailboxes.Notes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Forgets, once a day, the mails that somebody took out of a folder that we keep them in. A pass cannot: it asks the
 * server only for what is new.
 */
final class Tidying {

    private static final Duration PAUSE = Duration.ofDays(1);
    private static final Duration FIRST = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    private final FolderProgress progress;
    private final Clock clock;
    private volatile Instant due;

    /** @param clock the first time is an hour from now, so that a start stays quick */
    Tidying(FolderProgress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
        this.due = clock.instant().plus(FIRST);
    }

    Mono<Void> tidied(Connection connection, FolderLease lease) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return now.isBefore(due)
                    ? Mono.empty()
                    : compared(connection, lease).doOnSuccess(_ -> due = now.plus(PAUSE));
        });
    }

    private Mono<Void> compared(Connection connection, FolderLease lease) {
        return connection
                .call(opened -> opened.after(0))
                .map(there -> there.stream().map(MailRef::name).collect(Collectors.toSet()))
                .flatMap(there -> forgotten(lease, there));
    }

    private Mono<Void> forgotten(FolderLease lease, Set<String> there) {
        return progress.remembered(lease.folder())
                .filter(name -> !there.contains(name))
                .collectList()
                .flatMapIterable(gone -> gone)
                .buffer(AT_ONCE)
                .concatMap((List<String> gone) -> progress.note(lease, Notes.forgotten(gone)))
                .then();
    }
}
