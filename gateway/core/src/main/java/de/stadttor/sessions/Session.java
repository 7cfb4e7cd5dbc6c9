package de.stadttor.sessions;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's login, as far as it still holds. It ages: what was proven at a high level counts for less after a while,
 * and sooner if nothing is done with it.
 *
 * @param profile name of the identity provider that it was made with; a stronger login is asked for there
 * @param reached the level as of {@code lastUsedAt}; what it is worth later is told by {@link #levelAt}
 * @param authenticatedAt when the identity provider last saw the person, in UTC
 * @param startedAt when the session began; a step-up does not change it
 * @param lastUsedAt the last request of its own; an open stream is none
 * @param name as the identity provider stated it; null if it did not
 */
public record Session(
        SessionId id,
        CitizenId citizen,
        String profile,
        AssuranceLevel reached,
        Instant authenticatedAt,
        Instant startedAt,
        Instant lastUsedAt,
        @Nullable String name) {

    /** What the login is worth; empty when the session is over. */
    public Optional<AssuranceLevel> levelAt(Instant now) {
        return Arrays.stream(AssuranceLevel.values())
                .filter(reached::satisfies)
                .filter(level -> now.isBefore(endsAt(level)))
                .max(Comparator.naturalOrder());
    }

    /** From when on it is worth nothing, unless it is used before. */
    public Instant endsAt() {
        return endsAt(AssuranceLevel.BASIC);
    }

    /** From when on it is worth nothing however much it is used. */
    public Instant lastsUntil() {
        return authenticatedAt.plus(Ageing.of(AssuranceLevel.BASIC).life());
    }

    /** From when on it is worth less than {@code level}, unless it is used before. */
    public Instant endsAt(AssuranceLevel level) {
        return Ageing.of(level).end(authenticatedAt, lastUsedAt);
    }

    /**
     * The session after a request at {@code now}. The level that it has aged to is kept: rest that was too long is not
     * made good by what follows.
     */
    public Session used(Instant now) {
        AssuranceLevel level = levelAt(now).orElse(reached);
        return new Session(id, citizen, profile, level, authenticatedAt, startedAt, now, name);
    }
}
