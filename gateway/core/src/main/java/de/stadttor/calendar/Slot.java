package de.stadttor.calendar;

import java.time.Instant;
import java.util.Comparator;

/**
 * Places that begin at one instant.
 *
 * @param releasedAt when the public may book it, as far as the window's far end is concerned
 */
public record Slot(Key key, int total, int publicTotal, Instant releasedAt) {

    /** Both together: hours that overlap add up, and come into the window with the earlier. */
    Slot and(Slot other) {
        return new Slot(
                key,
                total + other.total,
                publicTotal + other.publicTotal,
                releasedAt.isBefore(other.releasedAt) ? releasedAt : other.releasedAt);
    }

    /**
     * What tells the slots of a scope apart.
     *
     * @param minutes its length; slots of different lengths can begin together and are never one chain
     */
    public record Key(Instant at, int minutes) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::at).thenComparingInt(Key::minutes);

        /** The slot that follows at once. */
        public Key next() {
            return new Key(at.plusSeconds(minutes * 60L), minutes);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
