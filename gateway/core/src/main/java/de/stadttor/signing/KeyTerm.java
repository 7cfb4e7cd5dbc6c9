package de.stadttor.signing;

import java.time.Duration;
import java.time.Instant;

/**
 * When a key counts: announced first, so that whoever keeps our key set for a while knows it in time; then signing;
 * then shown on, until the last it signed has expired.
 *
 * @param generation 1 for the first key; no two nodes make the same
 * @param announcedAt from when it is in the key set
 * @param signsFrom from when it signs
 */
public record KeyTerm(int generation, Instant announcedAt, Instant signsFrom) {

    /** How long before it signs a key is announced. */
    static final Duration ANNOUNCED = Duration.ofDays(1);

    static final Duration SIGNING = Duration.ofDays(30);

    /** Much more than the five minutes of a token. */
    static final Duration SHOWN_AFTER = Duration.ofHours(1);

    /** The first key of all, or one after a time in which nobody made the next: it signs at once. */
    static KeyTerm atOnce(int generation, Instant now) {
        return new KeyTerm(generation, now, now);
    }

    /** The key after this one; at once when it is due already. */
    KeyTerm next(Instant now) {
        return signsUntil().isAfter(now) ? new KeyTerm(generation + 1, now, signsUntil()) : atOnce(generation + 1, now);
    }

    /** Names it inside this program. */
    public String id() {
        return "g" + generation;
    }

    Instant signsUntil() {
        return signsFrom.plus(SIGNING);
    }

    Instant shownUntil() {
        return signsUntil().plus(SHOWN_AFTER);
    }

    boolean signs(Instant now) {
        return !now.isBefore(signsFrom) && now.isBefore(signsUntil());
    }

    boolean shows(Instant now) {
        return now.isBefore(shownUntil());
    }

    /** Whether it is time to announce the next one. */
    boolean needsNext(Instant now) {
        return !now.isBefore(signsUntil().minus(ANNOUNCED));
    }
}
