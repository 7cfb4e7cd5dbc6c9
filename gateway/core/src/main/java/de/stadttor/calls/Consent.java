package de.stadttor.calls;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Whether the speakers agreed that their words are recorded (§ 201 StGB).
 *
 * @param at when they said so or, where nobody told, when it came in
 * @param stated whether somebody told when, by a clock that is not ahead of ours
 * @param how they did, in a word or two: an announcement, a key, aloud
 */
public record Consent(boolean given, Instant at, boolean stated, String how) {

    /**
     * The later one counts, and of two at once the refusal. An agreement of which nobody knows when it was given came
     * before everything: a message that is sent again must not give back what was withdrawn meanwhile.
     */
    private static final Comparator<Consent> LATER =
            Comparator.comparing(Consent::counts).thenComparing(Consent::at).thenComparing(consent -> !consent.given);

    /** @param at null where nobody told when; a clock that is ahead of ours tells nothing */
    public static Consent heard(boolean given, @Nullable Instant at, @Nullable String how, Instant now) {
        String words = how == null ? "" : how;
        return at == null || at.isAfter(now)
                ? new Consent(given, now, false, words)
                : new Consent(given, at, true, words);
    }

    /** What counts of the two, whichever came in first. */
    static @Nullable Consent later(@Nullable Consent one, @Nullable Consent other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return LATER.compare(one, other) >= 0 ? one : other;
    }

    private Instant counts() {
        return given && !stated ? Instant.MIN : at;
    }
}
