package de.stadttor.channels.email.mime;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A view of bytes that are never copied, so that a large message lies in memory once. The bytes are not to be changed.
 */
public final class Slice {

    private final byte[] bytes;
    private final int from;
    private final int to;

    private Slice(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    public static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    public static Slice ofLatin1(String text) {
        return of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The part from {@code start} (inclusive) to {@code end} (exclusive), both relative to this slice. */
    public Slice part(int start, int end) {
        return new Slice(bytes, from + start, from + Math.max(start, end));
    }

    public Slice from(int start) {
        return part(start, length());
    }

    public int length() {
        return to - from;
    }

    public boolean isEmpty() {
        return to == from;
    }

    public byte at(int index) {
        return bytes[from + index];
    }

    /** Offset of {@code wanted} at or after {@code start}, or the length when there is none. */
    int indexOf(char wanted, int start) {
        for (int i = from + start; i < to; i++) {
            if (bytes[i] == wanted) {
                return i - from;
            }
        }
        return length();
    }

    /** Offset of {@code wanted} between {@code start} and {@code end}, or {@code end} when there is none. */
    int indexOf(char wanted, int start, int end) {
        for (int i = from + start; i < from + end; i++) {
            if (bytes[i] == wanted) {
                return i - from;
            }
        }
        return end;
    }

    /** Offset of the line that follows the one at {@code start}; the length when that was the last. */
    int nextLine(int start) {
        return Math.min(length(), indexOf('\n', start) + 1);
    }

    /** End of the line at {@code start} without its line ending (LF or CRLF). */
    int lineEnd(int start) {
        int end = indexOf('\n', start);
        return end > start && at(end - 1) == '\r' ? end - 1 : end;
    }

    boolean startsWith(byte[] prefix, int start) {
        int at = from + start;
        return to - at >= prefix.length && Arrays.equals(bytes, at, at + prefix.length, prefix, 0, prefix.length);
    }

    /** One character for each byte; no byte is lost, so that a charset can still be found later. */
    public String latin1() {
        return latin1(0, length());
    }

    String latin1(int start, int end) {
        return new String(bytes, from + start, end - start, StandardCharsets.ISO_8859_1);
    }

    public byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    void copyTo(int start, byte[] target, int offset, int count) {
        System.arraycopy(bytes, from + start, target, offset, count);
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes, from, length());
    }
}
