package de.stadttor.web.problems;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a failure is answered with, before it is put into words.
 *
 * @param faults the places that are wrong; empty where there is only one
 * @param requiredLevel what would do; null where no level is the matter
 * @param retryAfter when to come again; null where that changes nothing
 * @param limitBytes the limit that was passed; null where none was
 * @param alternatives times that can be had instead; null where no time is the matter
 */
public record Answer(
        ProblemKind kind,
        List<Refusal.Fault> faults,
        @Nullable AssuranceLevel requiredLevel,
        @Nullable Duration retryAfter,
        @Nullable Long limitBytes,
        @Nullable List<Instant> alternatives) {

    public Answer {
        faults = List.copyOf(faults);
    }

    private Answer(
            ProblemKind kind,
            List<Refusal.Fault> faults,
            @Nullable AssuranceLevel requiredLevel,
            @Nullable Duration retryAfter,
            @Nullable Long limitBytes) {
        this(kind, faults, requiredLevel, retryAfter, limitBytes, null);
    }

    static Answer instead(ProblemKind kind, List<Instant> alternatives) {
        return new Answer(kind, List.of(), null, null, null, alternatives);
    }

    static Answer of(ProblemKind kind) {
        return new Answer(kind, List.of(), null, null, null);
    }

    static Answer at(ProblemKind kind, List<Refusal.Fault> faults) {
        return new Answer(kind, faults, null, null, null);
    }

    static Answer needs(ProblemKind kind, AssuranceLevel level) {
        return new Answer(kind, List.of(), level, null, null);
    }

    static Answer later(Duration retryAfter) {
        return new Answer(ProblemKind.BUSY, List.of(), null, retryAfter, null);
    }

    static Answer slower(Duration retryAfter) {
        return new Answer(ProblemKind.TOO_MANY_REQUESTS, List.of(), null, retryAfter, null);
    }

    static Answer tooLarge(@Nullable Long limitBytes) {
        return new Answer(ProblemKind.BODY_TOO_LARGE, List.of(), null, null, limitBytes);
    }
}
