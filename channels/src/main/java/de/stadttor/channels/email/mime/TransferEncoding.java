package de.stadttor.channels.email.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** How the bytes of a body were written down (RFC 2045, 6). Decoding never fails: what makes no sense is skipped. */
public enum TransferEncoding {
    IDENTITY,
    BASE64,
    QUOTED_PRINTABLE,
    UUENCODE;

    private static final int SAMPLE = 1_000;
    private static final int LONGEST_WORD = 15;

    /** Reads the header's token; misspelt ones such as {@code base-64} or {@code quoted printable} are understood. */
    static TransferEncoding of(String token, Oddities oddities) {
        String plain = token.replaceAll("[;(,].*", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return switch (plain) {
            case "", "7bit", "8bit", "binary", "none", "7bits", "8bits", "ascii", "identity", "plain", "text" ->
                IDENTITY;
            case "base64", "xbase64", "b", "base" -> BASE64;
            case "quotedprintable", "qp", "q", "xquotedprintable", "printable" -> QUOTED_PRINTABLE;
            case "uuencode", "xuuencode", "uue", "xuue", "uu" -> UUENCODE;
            default -> {
                oddities.note("transfer-encoding-unknown");
                yield IDENTITY;
            }
        };
    }

    /** True for words with blanks between them, which no encoder of Base64 writes: the label was a lie. */
    static boolean isProse(Slice body) {
        int sample = Math.min(body.length(), SAMPLE);
        int gaps = 0;
        for (int i = 1; i < sample - 1; i++) {
            boolean betweenWords = Character.isLetter(body.at(i - 1)) && Character.isLetter(body.at(i + 1));
            gaps += body.at(i) == ' ' && betweenWords ? 1 : 0;
        }
        return gaps > 2 && gaps * LONGEST_WORD > sample;
    }

    /** The decoded bytes as a stream with a small buffer, whatever the size of {@code encoded}. */
    public InputStream open(Slice encoded) {
        return switch (this) {
            case IDENTITY -> encoded.open();
            case BASE64 -> new Base64Stream(encoded);
            case QUOTED_PRINTABLE -> new QuotedPrintableStream(encoded);
            case UUENCODE -> Uuencoded.open(encoded);
        };
    }

    /** The decoded bytes at once: for texts and structures, whose size is limited elsewhere. */
    public byte[] decode(Slice encoded) {
        if (this == IDENTITY) {
            return encoded.copy();
        }
        try (InputStream decoded = open(encoded)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length() * 3 / 4 + 8);
            decoded.transferTo(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }
}
