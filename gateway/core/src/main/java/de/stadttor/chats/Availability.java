package de.stadttor.chats;

import de.stadttor.ticketing.Queue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody meets who would begin a chat now.
 *
 * @param waiting how many wait already
 * @param estimate of their own wait; null while too few are known
 * @param opensAt when it opens next; null when it is open, or stays closed
 */
public record Availability(
        Queue queue,
        ChatSettings settings,
        State state,
        int waiting,
        @Nullable Duration estimate,
        @Nullable Instant opensAt) {

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether somebody will come. */
    public enum State {
        OPEN,
        /** Out of opening hours. */
        CLOSED,
        /** No operator is there. */
        NOBODY,
        /** Too many wait. */
        FULL
    }
}
