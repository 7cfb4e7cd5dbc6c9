package de.stadttor.channels.email.mailbox;

import de.stadttor.mailboxes.FolderName;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the reading of a folder goes, for operators. Written by one reader, read by whoever asks. */
public final class FolderState {

    private final FolderName folder;
    private final Clock clock;
    private volatile View view;

    FolderState(FolderName folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.view = new View(Phase.STARTING, clock.instant(), 0, 0, 0, null, null);
    }

    public FolderName folder() {
        return folder;
    }

    public View view() {
        return view;
    }

    /** What the reader is at. */
    public enum Phase {
        STARTING,
        READING,
        /** Another node reads the folder. */
        STANDING_BY,
        FAILING
    }

    /**
     * @param lastSuccess when the folder was last known to be empty or read to its end; the start, before that
     * @param failures since then
     * @param failure kind of the last one, never its message; null while all is well
     * @param oldest when the oldest mail that waits came to its mailbox; null when none is known to wait
     */
    public record View(
            Phase phase,
            Instant lastSuccess,
            long handled,
            int waiting,
            int failures,
            @Nullable String failure,
            @Nullable Instant oldest) {}

    void found(int waiting) {
        View old = view;
        view = new View(
                Phase.READING, old.lastSuccess(), old.handled(), waiting, old.failures(), old.failure(), old.oldest());
    }

    void oldest(Stream<@Nullable Instant> received) {
        View old = view;
        Instant oldest = received.filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Comparator.naturalOrder())
                .orElse(old.oldest());
        view = new View(
                old.phase(), old.lastSuccess(), old.handled(), old.waiting(), old.failures(), old.failure(), oldest);
    }

    void handled(int mails) {
        View old = view;
        int waiting = Math.max(0, old.waiting() - mails);
        view = new View(
                old.phase(),
                old.lastSuccess(),
                old.handled() + mails,
                waiting,
                old.failures(),
                old.failure(),
                waiting == 0 ? null : old.oldest());
    }

    void passed() {
        View old = view;
        view = new View(Phase.READING, clock.instant(), old.handled(), old.waiting(), 0, null, old.oldest());
    }

    void standingBy() {
        view = new View(Phase.STANDING_BY, clock.instant(), view.handled(), 0, 0, null, null);
    }

    /** How often it has failed in a row. */
    int failed(Throwable failure) {
        View old = view;
        int failures = old.failures() + 1;
        view = new View(
                Phase.FAILING, old.lastSuccess(), old.handled(), old.waiting(), failures, kind(failure), old.oldest());
        return failures;
    }

    /** Names of classes from the failure to its root: they tell a refused login from a lost connection. */
    static String kind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(4)
                .map(each -> each.getClass().getSimpleName())
                .reduce((outer, inner) -> outer + ": " + inner)
                .orElse("");
    }
}
