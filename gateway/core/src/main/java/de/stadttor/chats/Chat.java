package de.stadttor.chats;

import de.stadttor.chats.Stage.Over;
import de.stadttor.chats.Stage.Running;
import de.stadttor.chats.Stage.Waiting;
import de.stadttor.people.CitizenId;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chat. Immutable; its decisions return it as it is afterwards.
 *
 * @param queue key of the queue it is in
 * @param seen what each side has seen
 * @param stars how the citizen rated it, 1 to 5; null while it is not rated
 * @param transcript whether the citizen wants it mailed when it is over
 * @param version counts every change
 */
public record Chat(
        ChatId id,
        About about,
        String queue,
        Stage stage,
        Passage passage,
        Seen seen,
        @Nullable Integer stars,
        boolean transcript,
        long version) {

    /** For so long after the end somebody can come back, to read and to rate. */
    static final Duration AFTERLIFE = Duration.ofMinutes(30);

    /** Whether nobody may come back any more. */
    boolean isGone(Instant now) {
        return stage instanceof Over over && !over.since().plus(AFTERLIFE).isAfter(now);
    }

    public boolean isOver() {
        return stage instanceof Over;
    }

    /** Whether this operator talks in it. */
    public boolean isRunBy(String operator) {
        return stage instanceof Running running && running.operator().equals(operator);
    }

    /** Refused when it is over: nothing happens in it any more. */
    Chat alive() {
        if (isOver()) {
            throw conflict("go-on");
        }
        return this;
    }

    Chat offered(String operator, Instant until) {
        return stage instanceof Waiting waiting
                ? in(new Waiting(waiting.since(), new Stage.Offer(operator, until), waiting.declined()))
                : this;
    }

    /** It is left to others; does nothing when it is not offered to this operator. */
    Chat leftBy(String operator) {
        return stage instanceof Waiting waiting && waiting.isOfferedTo(operator)
                ? in(new Waiting(waiting.since(), null, with(waiting.declined(), operator)))
                : this;
    }

    /** Everybody has left it to others: all are asked again. */
    Chat forAll() {
        return stage instanceof Waiting waiting ? in(new Waiting(waiting.since(), null, Set.of())) : this;
    }

    /** Refused unless it waits. */
    Chat taken(String operator, Instant now) {
        if (!(stage instanceof Waiting)) {
            throw conflict("accept");
        }
        return in(new Running(now, operator));
    }

    /** Goes from one operator to another one; refused unless the first one has it. */
    Chat handed(String from, String to, Instant now) {
        return runningBy(from, "transfer").in(new Running(now, to));
    }

    /** Waits once more, elsewhere or where it was. Whoever came later stays behind it. */
    Chat waitingAgain(String in, Instant now) {
        return elsewhere(in, Waiting.from(now));
    }

    /** Goes where its ticket went; the same when it is there, or over. */
    Chat movedTo(String in) {
        if (in.equals(queue)) {
            return this;
        }
        return switch (stage) {
            case Waiting waiting -> elsewhere(in, Waiting.from(waiting.since()));
            case Running _ -> elsewhere(in, stage);
            case Over _ -> this;
        };
    }

    private Chat elsewhere(String in, Stage next) {
        return new Chat(id, about, in, next, passage, seen, stars, transcript, version + 1);
    }

    Chat runningBy(String operator, String step) {
        if (!isRunBy(operator)) {
            throw conflict(step);
        }
        return this;
    }

    Chat ended(Ending ending, Instant now) {
        return isOver() ? this : in(new Over(now, ending));
    }

    Chat rated(int given) {
        if (stars != null) {
            throw conflict("rate");
        }
        return new Chat(id, about, queue, stage, passage, seen, given, transcript, version + 1);
    }

    Chat wantedByMail() {
        return transcript ? this : new Chat(id, about, queue, stage, passage, seen, stars, true, version + 1);
    }

    Chat with(Passage next) {
        return new Chat(id, about, queue, stage, next, seen, stars, transcript, version + 1);
    }

    Chat with(Seen next) {
        return new Chat(id, about, queue, stage, passage, next, stars, transcript, version + 1);
    }

    private Chat in(Stage next) {
        return elsewhere(queue, next);
    }

    private Refused conflict(String step) {
        String now = switch (stage) {
            case Waiting _ -> "waiting";
            case Running _ -> "running";
            case Over _ -> "over";
        };
        return new Refused(new Refusal.StateConflict(now, step));
    }

    private static Set<String> with(Set<String> some, String another) {
        Set<String> more = new HashSet<>(some);
        more.add(another);
        return more;
    }

    /**
     * What never changes.
     *
     * @param citizen whose it is
     * @param known whether the citizen was logged in
     * @param language ISO 639 code
     * @param place in the line on arrival, from 1
     */
    public record About(
            TicketId ticket, CitizenId citizen, boolean known, String language, int place, Instant openedAt) {}

    /**
     * @param citizen highest position that the citizen's window showed
     * @param office likewise
     */
    public record Seen(long citizen, long office) {

        static final Seen NOTHING = new Seen(0, 0);

        Seen byCitizen(long position) {
            return new Seen(position, office);
        }

        Seen byOffice(long position) {
            return new Seen(citizen, position);
        }
    }
}
