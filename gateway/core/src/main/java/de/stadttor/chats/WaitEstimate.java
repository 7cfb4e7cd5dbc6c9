package de.stadttor.chats;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long somebody will wait, reckoned from those who waited before: each place in the line cost them so much on
 * average. Few waits tell nothing, so then nothing is told.
 */
public final class WaitEstimate {

    /** So many waits are looked at. */
    static final int LOOKED_AT = 50;

    private static final int FEWEST = 5;

    private WaitEstimate() {}

    /**
     * @param waits newest ones of the queue
     * @param place in the line, from 1
     * @return empty while too few are known
     */
    public static Optional<Duration> of(List<Wait> waits, int place) {
        if (waits.size() < FEWEST) {
            return Optional.empty();
        }
        long places = waits.stream().mapToLong(Wait::place).sum();
        long millis = waits.stream().mapToLong(wait -> wait.time().toMillis()).sum();
        return Optional.of(Duration.ofMillis(millis * place / places));
    }

    /**
     * @param place in the line on arrival, from 1
     * @param time until somebody came
     */
    public record Wait(int place, Duration time) {

        public Wait {
            if (place < 1) {
                throw new IllegalArgumentException("place: " + place + " (expected: 1 or more)");
            }
        }
    }
}
