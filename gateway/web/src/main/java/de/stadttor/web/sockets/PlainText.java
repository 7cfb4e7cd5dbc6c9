package de.stadttor.web.sockets;

import java.text.Normalizer;

/** What people write, as text and nothing else. */
public final class PlainText {

    private PlainText() {}

    /**
     * In Unicode NFC, without control characters but line breaks and tabs, and without the marks that make text read
     * otherwise than it is written (bidirectional overrides and isolates, UAX 9): languages that are written from the
     * right need none of them.
     */
    public static String of(String given) {
        return Normalizer.normalize(given, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .codePoints()
                .filter(PlainText::harmless)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same on one line. */
    public static String line(String given) {
        return of(given).replaceAll("\\s+", " ").strip();
    }

    private static boolean harmless(int character) {
        return character == '\n'
                || character == '\t'
                || (!steers(character) && Character.getType(character) != Character.CONTROL);
    }

    private static boolean steers(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
