package de.stadttor.web.limits;

import java.time.Duration;

/**
 * A token bucket's measure.
 *
 * @param perSecond requests a second in the long run, at least 1
 * @param burst most requests at once, at least {@code perSecond}
 */
public record Rate(int perSecond, int burst) {

    public Rate {
        if (perSecond < 1 || burst < perSecond) {
            throw new IllegalArgumentException("no rate: " + perSecond + " a second, " + burst + " at once");
        }
    }

    Rate times(int factor) {
        return new Rate(perSecond * factor, burst * factor);
    }

    /** How long an empty bucket takes to be full again. */
    Duration window() {
        return Duration.ofSeconds(Math.ceilDiv(burst, perSecond));
    }
}
