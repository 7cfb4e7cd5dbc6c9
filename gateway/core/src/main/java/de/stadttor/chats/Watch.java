package de.stadttor.chats;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when somebody has been looking without a break. During an outage nobody can say that they are there, so the
 * time before its end tells nothing about anybody.
 */
final class Watch {

    /** Whoever has not looked for longer knows no more who was there meanwhile. */
    private static final Duration BREAK = Operator.PRESENT;

    private volatile @Nullable Instant since;
    private volatile @Nullable Instant looked;

    /** A look begins. */
    void begin(Instant now) {
        Instant last = looked;
        if (last == null || last.plus(BREAK).isBefore(now)) {
            since = now;
        }
    }

    /** A look has come to its end, and seen everything. */
    void end(Instant now) {
        looked = now;
    }

    /** Whether somebody has been looking for the whole of {@code time}. */
    boolean covers(Duration time, Instant now) {
        Instant from = since;
        return from != null && !from.plus(time).isAfter(now);
    }
}
