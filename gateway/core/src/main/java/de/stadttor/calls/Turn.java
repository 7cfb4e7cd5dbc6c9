package de.stadttor.calls;

import org.jspecify.annotations.Nullable;

/**
 * Somebody says something, without pause for somebody else. What must not be kept is masked in it.
 *
 * @param speaker as the recognizer names them; null where it does not
 * @param startMs from the beginning of the call; null where times are unknown
 * @param endMs likewise
 * @param text words that the recognizer is unsure of stand in {@code [… ?]}
 * @param confidence of the recognizer, from 0 to 1
 * @param language BCP 47
 */
public record Turn(
        @Nullable String speaker,
        @Nullable Long startMs,
        @Nullable Long endMs,
        String text,
        @Nullable Double confidence,
        @Nullable String language) {}
