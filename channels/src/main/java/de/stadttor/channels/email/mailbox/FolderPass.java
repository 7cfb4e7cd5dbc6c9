package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.LoadedBatch.Loaded;
import de.stadttor.channels.email.mailbox.server.ListedMail;
import de.stadttor.channels.email.mailbox.server.MailRef;
import de.stadttor.channels.email.mailbox.server.OpenFolder;
import de.stadttor.mailboxes.FolderLease;
import de.stadttor.mailboxes.FolderProgress;
import de.stadttor.mailboxes.Mark;
import de.stadttor.mailboxes.Notes;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Goes through a folder once: what came since the last pass, then what failed before. While some batches are at the
 * door, the next one is fetched.
 */
final class FolderPass {

    /** Mails whose sizes are asked for at once. */
    private static final int WINDOW = 512;

    /** Mails of one connection where they go only with its end, so that a cut undoes little. */
    private static final int OF_ONE_CONNECTION = 256;

    private static final int AT_THE_DOOR = 3;

    private final WatchedFolder folder;
    private final FolderProgress progress;
    private final Loading loading;
    private final HandingIn door;
    private final Settling settling;
    private final Tidying tidying;
    private final FolderState state;
    private final Clock clock;
    private final long wholeUpTo;

    FolderPass(
            WatchedFolder folder,
            FolderProgress progress,
            Loading loading,
            HandingIn door,
            Settling settling,
            Tidying tidying,
            FolderState state,
            Clock clock,
            long wholeUpTo) {
        this.folder = folder;
        this.progress = progress;
        this.loading = loading;
        this.door = door;
        this.settling = settling;
        this.tidying = tidying;
        this.state = state;
        this.clock = clock;
        this.wholeUpTo = wholeUpTo;
    }

    /** How many mails are done with now that were not before. */
    Mono<Integer> run(Connection connection, FolderLease lease) {
        return standing(connection, lease)
                .flatMap(standing -> waiting(connection, lease, standing)
                        .flatMap(waiting -> read(connection, lease, standing.mark(), waiting))
                        .delayUntil(handled -> handled > 0 ? Mono.empty() : tidied(connection, lease, standing)))
                .checkpoint("pass through a mailbox");
    }

    private Mono<Standing> standing(Connection connection, FolderLease lease) {
        return mark(connection, lease)
                .flatMap(mark -> Mono.zip(
                        done(connection),
                        progress.failed(folder.name()).collectList(),
                        (done, failed) -> new Standing(mark, done, failed)));
    }

    /** Where no mail stays, or numbers are good for one connection only, all that is there is asked for. */
    private Mono<Mark> mark(Connection connection, FolderLease lease) {
        Mono<Mark> start = connection.call(OpenFolder::validity).map(Mark::start);
        return !marked(connection)
                ? start
                : start.flatMap(fresh -> progress.mark(folder.name())
                        .flatMap(old -> old.validity() == fresh.validity()
                                ? Mono.just(old)
                                : renumbered(connection, lease, fresh.validity()))
                        .defaultIfEmpty(fresh));
    }

    /** Only when all is quiet; otherwise no pass looks at the mails that are in. */
    private Mono<Void> tidied(Connection connection, FolderLease lease, Standing standing) {
        return marked(connection) && standing.knowsAllOld() ? tidying.tidied(connection, lease) : Mono.empty();
    }

    private Mono<Mark> renumbered(Connection connection, FolderLease lease, long validity) {
        return connection
                .call(OpenFolder::newest)
                .map(newest -> Mark.renumbered(validity, newest))
                .flatMap(mark -> progress.note(lease, Notes.marked(mark)).thenReturn(mark));
    }

    private Mono<Set<String>> done(Connection connection) {
        return folder.afterwards().stays() && !connection.lasting()
                ? progress.remembered(folder.name()).collect(Collectors.toSet())
                : Mono.just(Set.of());
    }

    private Mono<Waiting> waiting(Connection connection, FolderLease lease, Standing standing) {
        return connection
                .call(opened -> opened.after(marked(connection) ? standing.askAfter() : 0))
                .map(there -> Waiting.of(
                        there, standing.mark().handledTo(), standing.done(), standing.failed(), clock.instant()))
                .map(waiting -> connection.lasting() ? waiting : waiting.atMost(OF_ONE_CONNECTION))
                .doOnNext(waiting -> state.found(waiting.size()))
                .flatMap(waiting -> forget(lease, waiting.vanished()).thenReturn(waiting));
    }

    private Mono<Void> forget(FolderLease lease, List<String> vanished) {
        return vanished.isEmpty() ? Mono.empty() : progress.note(lease, Notes.forgotten(vanished));
    }

    private Mono<Integer> read(Connection connection, FolderLease lease, Mark mark, Waiting waiting) {
        return Flux.concat(fresh(connection, waiting.fresh()), again(connection, waiting.again()))
                .concatMap(batch -> load(connection, lease, batch), 1)
                .flatMapSequential(batch -> handIn(lease, mark, batch), AT_THE_DOOR, 1)
                .concatMap(batch -> settling.settle(connection, lease, mark, batch), 1)
                .doOnNext(state::handled)
                .reduce(0, Integer::sum)
                .doOnDiscard(LoadedBatch.class, batch -> batch.room().give());
    }

    private Flux<Batch> fresh(Connection connection, List<MailRef> mails) {
        return Flux.fromIterable(mails)
                .buffer(WINDOW)
                .concatMap(window -> connection.call(opened -> opened.list(window)), 1)
                .doOnNext(listed -> state.oldest(listed.stream().map(ListedMail::receivedAt)))
                .concatMapIterable(listed -> Batch.of(listed, wholeUpTo), 1);
    }

    private Flux<Batch> again(Connection connection, List<Waiting.Again> mails) {
        return Flux.fromIterable(mails)
                .concatMap(mail -> connection
                        .call(opened -> opened.list(List.of(mail.mail())))
                        .map(listed -> listed.stream()
                                .map(each -> Batch.again(each, mail.way(each.size() > wholeUpTo), mail.tries()))
                                .toList()))
                .concatMapIterable(batches -> batches);
    }

    private Mono<LoadedBatch> load(Connection connection, FolderLease lease, Batch batch) {
        return loading.load(connection, batch).onErrorResume(failure -> settling.unloaded(lease, batch, failure));
    }

    /** Mails that were there when the server numbered them anew may be in under their old names. */
    private Mono<HandedIn> handIn(FolderLease lease, Mark mark, LoadedBatch batch) {
        List<String> digests = batch.mails().stream()
                .filter(mail -> mark.mayBeOld(mail.mail().ref().number()))
                .map(Loaded::digest)
                .toList();
        return progress.known(folder.name(), digests)
                .collect(Collectors.toSet())
                .flatMap(known -> door.handIn(batch, known))
                .doFinally(_ -> batch.room().give())
                .flatMap(handed -> accepted(lease, handed));
    }

    private Mono<HandedIn> accepted(FolderLease lease, HandedIn batch) {
        Throwable refusal = batch.refusal();
        return refusal == null ? Mono.just(batch) : settling.refused(lease, batch, refusal);
    }

    private boolean marked(Connection connection) {
        return folder.afterwards().stays() && connection.lasting();
    }
}
