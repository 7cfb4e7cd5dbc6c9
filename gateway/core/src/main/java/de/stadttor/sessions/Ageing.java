package de.stadttor.sessions;

import de.stadttor.people.AssuranceLevel;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a login holds at a level. Source: BSI TR-03160-1 as the operators quote it; user name and password, which it
 * does not rank, hold as long as {@link AssuranceLevel#LOW}.
 *
 * @param life longest time since the login
 * @param rest longest time without a request
 */
record Ageing(Duration life, Duration rest) {

    private static final Ageing HIGH = new Ageing(Duration.ofMinutes(30), Duration.ofMinutes(5));
    private static final Ageing SUBSTANTIAL = new Ageing(Duration.ofHours(2), Duration.ofMinutes(30));
    private static final Ageing LOW = new Ageing(Duration.ofHours(12), Duration.ofMinutes(60));

    static Ageing of(AssuranceLevel level) {
        return switch (level) {
            case HIGH -> HIGH;
            case SUBSTANTIAL -> SUBSTANTIAL;
            case LOW, BASIC -> LOW;
        };
    }

    /** The first moment at which a login no longer holds. */
    Instant end(Instant authenticatedAt, Instant lastUsedAt) {
        Instant tooOld = authenticatedAt.plus(life);
        Instant tooIdle = lastUsedAt.plus(rest);
        return tooOld.isBefore(tooIdle) ? tooOld : tooIdle;
    }
}
