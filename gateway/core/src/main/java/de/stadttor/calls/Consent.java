package de.stadttor.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the speakers agreed that their words are recorded (§ 201 StGB).
 *
 * @param how they did, in a word or two: an announcement, a key, aloud
 */
public record Consent(boolean given, Instant at, String how) {

    /** What counts of the two, whichever came in first: the later one, and of two at once the refusal. */
    static @Nullable Consent later(@Nullable Consent one, @Nullable Consent other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int order = one.at.compareTo(other.at);
        boolean first = order == 0 ? !one.given : order > 0;
        return first ? one : other;
    }
}
