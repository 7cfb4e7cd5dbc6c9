package de.stadttor.channels.phone.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn as a recognizer wrote it: nobody may keep it so.
 *
 * @param startMs null where times are unknown
 * @param words of which the recognizer told how sure it is; empty where it told nothing of single words
 */
public record SpokenTurn(
        @Nullable String speaker,
        @Nullable Long startMs,
        @Nullable Long endMs,
        String text,
        @Nullable Double confidence,
        @Nullable String language,
        List<Word> words) {

    public SpokenTurn {
        words = List.copyOf(words);
    }

    static SpokenTurn plain(@Nullable String speaker, @Nullable Long startMs, @Nullable Long endMs, String text) {
        return new SpokenTurn(speaker, startMs, endMs, text, null, null, List.of());
    }

    /** @param confidence from 0 to 1 */
    public record Word(String text, double confidence) {}
}
