package de.stadttor.letters;

import org.jspecify.annotations.Nullable;

/**
 * A queue's own words for a letter, with places such as {@code {number}}.
 *
 * @param version counts its changes, from 1
 */
public record LetterTemplate(Key key, Words words, long version) {

    /** @param language ISO 639 code of a language we speak */
    public record Key(String queue, LetterKind kind, String language) {}

    /**
     * @param subject one line; empty for a signature
     * @param html what HTML programs show; null for the same as {@code text}
     */
    public record Words(
            String subject, String text, @Nullable String html) {}
}
