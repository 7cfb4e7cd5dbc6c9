package de.stadttor.channels.email.mime;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * RFC 2047 as it is really sent: characters cut across neighbouring words, blanks and quotes inside, a missing end, no
 * blank between a word and its surroundings.
 */
final class EncodedWords {

    private final String value;
    private final UnaryOperator<String> reading;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private @Nullable String pendingCharset;

    private EncodedWords(String value, UnaryOperator<String> reading) {
        this.value = value;
        this.reading = reading;
    }

    /** {@code reading} understands what stands between the words. */
    static String decode(String value, UnaryOperator<String> reading) {
        if (!value.contains("=?")) {
            return reading.apply(value);
        }
        return new EncodedWords(value, reading).decode();
    }

    /** The charset of the first encoded word in {@code value}; null when it has none. */
    static @Nullable String charset(@Nullable String value) {
        int start = value == null ? -1 : value.indexOf("=?");
        Word word = value == null || start < 0 ? null : Word.at(value, start);
        return word == null ? null : word.charset();
    }

    private String decode() {
        int at = 0;
        while (at < value.length()) {
            int start = value.indexOf("=?", at);
            Word word = start < 0 ? null : Word.at(value, start);
            if (word == null) {
                int end = start < 0 ? value.length() : start + 2;
                plain(value.substring(at, end));
                at = end;
            } else {
                plain(value.substring(at, start));
                encoded(word);
                at = word.end();
            }
        }
        flush();
        return text.toString();
    }

    /** White space between two encoded words is not shown (RFC 2047, 6.2). */
    private void plain(String between) {
        if (between.isEmpty() || (pendingCharset != null && between.isBlank())) {
            return;
        }
        flush();
        text.append(reading.apply(between));
    }

    private void encoded(Word word) {
        if (pendingCharset != null && !pendingCharset.equals(word.charset())) {
            flush();
        }
        pendingCharset = word.charset();
        pending.writeBytes(word.bytes());
    }

    private void flush() {
        if (pendingCharset != null) {
            text.append(Charsets.decode(pending.toByteArray(), pendingCharset, new Oddities()));
            pending.reset();
            pendingCharset = null;
        }
    }

    /**
     * One encoded word.
     *
     * @param end offset after it
     */
    private record Word(String charset, boolean base64, String encoded, int end) {

        private static final int LONGEST_CHARSET = 60;

        /** A field that was folded without regard to the words in it. */
        private static final Pattern CUT_ESCAPE = Pattern.compile("=([0-9A-Fa-f])[ \\t]([0-9A-Fa-f])");

        static @Nullable Word at(String value, int start) {
            int question = value.indexOf('?', start + 2);
            if (question < 0 || question - start > LONGEST_CHARSET || question + 2 >= value.length()) {
                return null;
            }
            char encoding = Character.toLowerCase(value.charAt(question + 1));
            if ((encoding != 'q' && encoding != 'b') || value.charAt(question + 2) != '?') {
                return null;
            }
            String charset = value.substring(start + 2, question)
                    .replaceFirst("\\*.*", "")
                    .strip();
            int from = question + 3;
            int end = endOf(value, from);
            int to = end < 0 ? value.length() : end;
            int after = end < 0 ? value.length() : end + 2;
            return new Word(charset.toLowerCase(Locale.ROOT), encoding == 'b', value.substring(from, to), after);
        }

        /** A word that was never closed ends before the next one, or with the value. */
        private static int endOf(String value, int from) {
            int end = value.indexOf("?=", from);
            // "?=" followed by two hexadecimal digits inside Q text is a question mark and an escape.
            while (end >= 0
                    && end + 4 <= value.length()
                    && isEscape(value, end + 1)
                    && value.indexOf("?=", end + 2) > 0) {
                end = value.indexOf("?=", end + 2);
            }
            return end;
        }

        private static boolean isEscape(String value, int at) {
            return Character.digit(value.charAt(at + 1), 16) >= 0 && Character.digit(value.charAt(at + 2), 16) >= 0;
        }

        byte[] bytes() {
            if (base64) {
                return TransferEncoding.BASE64.decode(Slice.ofLatin1(encoded));
            }
            String whole = CUT_ESCAPE.matcher(encoded).replaceAll("=$1$2");
            return TransferEncoding.QUOTED_PRINTABLE.decode(
                    Slice.ofLatin1(whole.replace('_', ' ').replace(" ", "=20")));
        }
    }
}
