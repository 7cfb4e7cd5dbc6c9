package de.stadttor.channels.email.body;

import de.stadttor.channels.email.mime.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Whether what calls itself a text is none: a file whose label was lost on the way. Judged by its first
 * {@value #SAMPLE} bytes; no charset has many of the control characters that every compressed file is full of.
 */
final class BinaryText {

    private static final int SAMPLE = 8 << 10;
    private static final int FEW = 4;
    private static final int SHARE = 25;

    private BinaryText() {}

    static boolean is(Entity part) {
        try (InputStream decoded = part.encoding().open(part.body())) {
            byte[] beginning = decoded.readNBytes(SAMPLE);
            int strange = strange(beginning);
            return strange > FEW && strange * SHARE > beginning.length && !isWide(beginning);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    /** Control characters apart from white space, backspaces, bells and those that switch charsets. */
    private static int strange(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            boolean control = b >= 0 && b < ' ';
            boolean harmless = (b >= 7 && b <= 15) || b == 0x1b;
            count += control && !harmless ? 1 : 0;
        }
        return count;
    }

    /** UTF-16 and UTF-32 in Latin letters: every second byte, or more, is zero, and always at the same places. */
    private static boolean isWide(byte[] bytes) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        return Math.max(even, odd) * 10 > bytes.length * 3;
    }
}
