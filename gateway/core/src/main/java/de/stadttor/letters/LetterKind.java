package de.stadttor.letters;

import java.util.Locale;

/** What a letter is about, or what stands beneath one. */
public enum LetterKind {
    /** A concern has arrived. */
    ACKNOWLEDGEMENT,
    /** What a caseworker answered, in full. */
    REPLY,
    /** That there is something new, without saying what. */
    NEWS,
    /** Somebody made an anonymous case their own. */
    CLAIM,
    /** What was said in a chat. */
    TRANSCRIPT,
    /** What stands beneath every letter; it has no subject. */
    SIGNATURE;

    /** Reads the written form. */
    public static LetterKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The written form, as stored and in contracts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
