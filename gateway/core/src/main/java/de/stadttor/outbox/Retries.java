package de.stadttor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When what could not be delivered is tried again.
 *
 * @param giveUpAfter age of an item at which it is tried no more (RFC 5321 4.5.4.1: at least four to five days)
 */
record Retries(Duration giveUpAfter, RandomGenerator random) {

    /** Shorter than the half-hour of RFC 5321: our relay is next door, and greylisting asks for minutes. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final Duration LAST = Duration.ofHours(1);

    /** Whoever comes back shall not wait for us long. */
    private static final Duration LAST_UNREACHED = Duration.ofMinutes(2);

    private static final double JITTER = 0.2;

    boolean over(OutboxItem item, Instant now) {
        return item.at().plus(giveUpAfter).isBefore(now);
    }

    /** Doubles from half a minute to an hour, give or take a fifth. */
    Duration deferred(int attempts) {
        return jittered(doubled(attempts, LAST));
    }

    /** The same up to two minutes. */
    Duration unreached(int attempts) {
        return jittered(doubled(attempts, LAST_UNREACHED));
    }

    private static Duration doubled(int attempts, Duration most) {
        Duration doubled = FIRST.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 20));
        return doubled.compareTo(most) < 0 ? doubled : most;
    }

    private Duration jittered(Duration pause) {
        return Duration.ofMillis(Math.round(pause.toMillis() * random.nextDouble(1 - JITTER, 1 + JITTER)));
    }
}
