package de.stadttor.channels.email.mailbox;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: longer each time, and never all at once. */
final class Retries {

    private static final Duration MOST = Duration.ofMinutes(5);

    private final Duration first;
    private final Supplier<? extends RandomGenerator> random;

    /** @param first the longest pause after the first failure */
    Retries(Duration first, Supplier<? extends RandomGenerator> random) {
        this.first = first;
        this.random = random;
    }

    /**
     * Doubles with every failure up to five minutes; between half of that and all of it.
     *
     * @param failures at least 1
     */
    Duration pause(int failures) {
        Duration longest = first.multipliedBy(1L << Math.min(failures - 1, 20));
        Duration bounded = longest.compareTo(MOST) < 0 ? longest : MOST;
        return Duration.ofMillis(bounded.toMillis() / 2 + random.get().nextLong(bounded.toMillis() / 2 + 1));
    }
}
