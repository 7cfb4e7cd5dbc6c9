package de.stadttor.calls;

import static java.util.Comparator.comparing;

import de.stadttor.calls.CallEvent.Cause;
import de.stadttor.calls.CallEvent.Kind;
import de.stadttor.calls.CallEvent.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a call went, told by whatever is known of it. A function of the set of its events: their order of arrival, their
 * repeats and what is missing among them change nothing in what the others say.
 *
 * @param from the first number told
 * @param agent the last one told
 * @param startedAt of the earliest event; null when there is none
 * @param answeredAt when somebody took it first; never after its end
 * @param endedAt the last end told, for what hangs up before may be one leg of several
 * @param missed whether a caller got nobody
 * @param wanted whether an agent wishes a ticket of it
 * @param contradictory whether the events cannot all be true: then they are all kept, and a person may judge
 */
public record Course(
        State state,
        @Nullable CallDirection direction,
        @Nullable String from,
        @Nullable String to,
        @Nullable String queue,
        @Nullable String agent,
        @Nullable Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        boolean missed,
        boolean wanted,
        boolean contradictory) {

    /** A system counts its legs anew after a day, and so do we. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final Comparator<CallEvent> ORDER = comparing(
                    (CallEvent event) -> event.kind().phase())
            .thenComparing(CallEvent::at)
            .thenComparing(CallEvent::kind)
            .thenComparing(CallEvent::mark);

    /** Of a call of which nothing was told. */
    public static final Course UNREPORTED = of(List.of());

    public static Course of(Collection<CallEvent> events) {
        List<CallEvent> ordered = events.stream().sorted(ORDER).toList();
        Instant started = ordered.stream()
                .map(CallEvent::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Instant ended =
                times(ordered, Kind.ENDED).max(Comparator.naturalOrder()).orElse(null);
        return new Course(
                state(ordered),
                first(ordered, CallEvent::direction),
                first(ordered, CallEvent::from),
                first(ordered, CallEvent::to),
                last(ordered, CallEvent::queue),
                last(ordered, CallEvent::agent),
                started,
                answered(ordered, ended),
                ended,
                missed(ordered),
                ordered.stream().anyMatch(CallEvent::ticketWanted),
                contradictory(ordered));
    }

    /** How long they spoke; zero when nobody answered, or while they still speak. */
    public Duration talk() {
        return answeredAt == null || endedAt == null ? Duration.ZERO : Duration.between(answeredAt, endedAt);
    }

    public boolean over() {
        return state == State.ENDED;
    }

    private static State state(List<CallEvent> ordered) {
        return ordered.isEmpty()
                ? State.UNREPORTED
                : switch (ordered.getLast().kind()) {
                    case RINGING -> State.RINGING;
                    case ANSWERED, RESUMED -> State.ANSWERED;
                    case HELD -> State.HELD;
                    case TRANSFERRED -> State.TRANSFERRED;
                    case ENDED -> State.ENDED;
                };
    }

    private static @Nullable Instant answered(List<CallEvent> ordered, @Nullable Instant ended) {
        return times(ordered, Kind.ANSWERED)
                .min(Comparator.naturalOrder())
                .map(at -> ended != null && at.isAfter(ended) ? ended : at)
                .orElse(null);
    }

    private static boolean missed(List<CallEvent> ordered) {
        boolean ended = ordered.stream().anyMatch(event -> event.kind() == Kind.ENDED);
        boolean taken = ordered.stream()
                .anyMatch(event -> event.kind() == Kind.ANSWERED
                        || event.kind() == Kind.HELD
                        || event.kind() == Kind.RESUMED
                        || event.cause() == Cause.FORWARDED);
        return ended && !taken && first(ordered, CallEvent::direction) != CallDirection.OUTBOUND;
    }

    /** Only stated times can contradict each other: those of arrival say nothing of what happened. */
    private static boolean contradictory(List<CallEvent> ordered) {
        List<CallEvent> stated = ordered.stream().filter(CallEvent::stated).toList();
        long directions = ordered.stream()
                .map(CallEvent::direction)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return directions > 1 || beganLate(stated) || wentOn(stated) || tooLong(stated);
    }

    /** Whether somebody is said to have answered before it rang. */
    private static boolean beganLate(List<CallEvent> stated) {
        return earlier(
                times(stated, phase -> phase == Phase.DURING).min(Comparator.naturalOrder()),
                times(stated, phase -> phase == Phase.BEFORE).min(Comparator.naturalOrder()));
    }

    /** Whether something is said to have happened after its end. */
    private static boolean wentOn(List<CallEvent> stated) {
        return earlier(
                times(stated, phase -> phase == Phase.AFTER).max(Comparator.naturalOrder()),
                times(stated, phase -> phase != Phase.AFTER).max(Comparator.naturalOrder()));
    }

    private static boolean earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
    }

    private static Stream<Instant> times(List<CallEvent> events, Predicate<Phase> phases) {
        return events.stream()
                .filter(event -> phases.test(event.kind().phase()))
                .map(CallEvent::at);
    }

    private static boolean tooLong(List<CallEvent> stated) {
        Optional<Instant> first = stated.stream().map(CallEvent::at).min(Comparator.naturalOrder());
        Optional<Instant> last = stated.stream().map(CallEvent::at).max(Comparator.naturalOrder());
        return first.isPresent()
                && last.isPresent()
                && Duration.between(first.get(), last.get()).compareTo(LONGEST) > 0;
    }

    private static Stream<Instant> times(List<CallEvent> ordered, Kind kind) {
        return ordered.stream().filter(event -> event.kind() == kind).map(CallEvent::at);
    }

    private static <T> @Nullable T first(List<CallEvent> ordered, Function<CallEvent, @Nullable T> part) {
        return ordered.stream()
                .<@Nullable T>map(part)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static <T> @Nullable T last(List<CallEvent> ordered, Function<CallEvent, @Nullable T> part) {
        return first(ordered.reversed(), part);
    }

    /** Where a call stands. */
    public enum State {
        /** What was said came first, and nothing of what happened. */
        UNREPORTED,
        RINGING,
        ANSWERED,
        HELD,
        /** On its way to somebody else. */
        TRANSFERRED,
        ENDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
