package de.stadttor.channels.email.mime;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The readable form of a header value: RFC 2047 words decoded, raw UTF-8 (RFC 6532) and other 8-bit text understood.
 */
public final class HeaderText {

    private HeaderText() {}

    /** Decodes {@code value} (one character for each byte); control characters become blanks. */
    public static String decode(String value) {
        return decode(value, null);
    }

    /** Stray 8-bit text is taken to be in {@code charset} if it can be; null when nothing speaks for one. */
    static String decode(String value, @Nullable String charset) {
        return printable(EncodedWords.decode(value, text -> raw(text, charset)));
    }

    /** Like {@link #decode}, for a value whose 8-bit text was understood before: only the words are decoded. */
    static String decodeWords(String value) {
        return printable(EncodedWords.decode(value, text -> text));
    }

    /** 8-bit text without encoded words. */
    static String raw(String value, @Nullable String charset) {
        // What was decoded before has characters beyond a byte and is left alone.
        if (value.chars().allMatch(c -> c < 0x80 && c != 0x1b) || value.chars().anyMatch(c -> c > 0xff)) {
            return value;
        }
        return Charsets.decode(value.getBytes(StandardCharsets.ISO_8859_1), charset, new Oddities());
    }

    private static String printable(String text) {
        if (text.chars().noneMatch(c -> c < ' ' || c == 0x7f)) {
            return text.strip();
        }
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
