package de.stadttor.mailboxes;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Leases and progress of folders, in memory. */
public final class InMemoryFolders implements FolderLeases, FolderProgress {

    private final Table<FolderName, State> folders;
    private final Table<Key, Row> mails;
    private final InMemoryDatabase database;
    private final Clock clock;

    public InMemoryFolders(InMemoryDatabase database, Clock clock) {
        this.database = database;
        this.folders = new Table<>(database);
        this.mails = new Table<>(database);
        this.clock = clock;
    }

    @Override
    public Mono<FolderLease> acquire(FolderName folder, String owner, Duration time) {
        return folders.writing(rows -> {
            State state = rows.getOrDefault(folder, State.FRESH);
            if (!state.free(owner, clock.instant())) {
                return null;
            }
            rows.put(folder, new State(owner, clock.instant().plus(time), state.fence() + 1, state.mark()));
            return new FolderLease(folder, state.fence() + 1);
        });
    }

    @Override
    public Mono<Void> renew(FolderLease lease, Duration time) {
        return folders.write(rows -> {
            State state = held(rows, lease);
            Instant until = clock.instant().plus(time);
            rows.put(lease.folder(), new State(state.owner(), until, state.fence(), state.mark()));
        });
    }

    @Override
    public Mono<Void> release(FolderLease lease) {
        return folders.write(rows -> rows.computeIfPresent(
                lease.folder(),
                (_, state) ->
                        state.fence() == lease.fence() ? new State(null, null, state.fence(), state.mark()) : state));
    }

    @Override
    public Mono<Mark> mark(FolderName folder) {
        return folders.ask(rows -> rows.getOrDefault(folder, State.FRESH).mark());
    }

    @Override
    public Flux<FailedMail> failed(FolderName folder) {
        return select(folder).mapNotNull(Row::failed);
    }

    @Override
    public Flux<String> remembered(FolderName folder) {
        return select(folder).mapNotNull(Row::handled).map(HandledMail::mail);
    }

    @Override
    public Flux<String> known(FolderName folder, Collection<String> digests) {
        return select(folder)
                .mapNotNull(Row::handled)
                .map(HandledMail::digest)
                .filter(digests::contains)
                .distinct();
    }

    @Override
    public Mono<Void> note(FolderLease lease, Notes notes) {
        return database.commit(() -> folders.write(rows -> marked(rows, lease, notes.mark()))
                .then(mails.write(rows -> write(rows, lease.folder(), notes))));
    }

    private static void marked(Map<FolderName, State> rows, FolderLease lease, @Nullable Mark mark) {
        State state = held(rows, lease);
        rows.put(
                lease.folder(),
                new State(state.owner(), state.until(), state.fence(), mark == null ? state.mark() : mark));
    }

    private static void write(Map<Key, Row> rows, FolderName folder, Notes notes) {
        notes.remembered().forEach(mail -> rows.put(new Key(folder, mail.mail()), new Row(mail, null)));
        notes.failed().forEach(mail -> rows.put(new Key(folder, mail.mail()), new Row(null, mail)));
        notes.forgotten().forEach(mail -> rows.remove(new Key(folder, mail)));
    }

    private Flux<Row> select(FolderName folder) {
        return mails.select(rows -> of(rows, folder).stream());
    }

    private static List<Row> of(Map<Key, Row> rows, FolderName folder) {
        Stream<Map.Entry<Key, Row>> all = rows.entrySet().stream();
        return all.filter(entry -> entry.getKey().folder().equals(folder))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static State held(Map<FolderName, State> rows, FolderLease lease) {
        State state = rows.getOrDefault(lease.folder(), State.FRESH);
        if (state.fence() != lease.fence()) {
            throw new LeaseLost();
        }
        return state;
    }

    private record Key(FolderName folder, String mail) {}

    private record Row(
            @Nullable HandledMail handled, @Nullable FailedMail failed) {}

    private record State(
            @Nullable String owner,
            @Nullable Instant until,
            long fence,
            @Nullable Mark mark) {

        static final State FRESH = new State(null, null, 0, null);

        boolean free(String wanting, Instant now) {
            return owner == null
                    || owner.equals(wanting)
                    || Objects.requireNonNull(until).isBefore(now);
        }
    }
}
