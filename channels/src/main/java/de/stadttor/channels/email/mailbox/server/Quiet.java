package de.stadttor.channels.email.mailbox.server;

import java.time.Duration;

/**
 * How long an IDLE without news goes on before we end it. Angus overlooks a read that times out within an IDLE, but not
 * while one is ended: ended just when a read times out, the connection is lost. So the end lies half a time-out away
 * from every one.
 */
final class Quiet {

    private Quiet() {}

    /**
     * @param longest never more than this
     * @param patience after which a read times out, again and again
     */
    static Duration lasting(Duration longest, Duration patience) {
        Duration half = patience.dividedBy(2);
        return longest.compareTo(half) <= 0
                ? longest
                : half.plus(patience.multipliedBy(longest.minus(half).dividedBy(patience)));
    }
}
