package de.stadttor.channels.email.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Many mails in one file (RFC 4155), each after a line {@code From sender date}. Lines of a mail that look so were
 * quoted by {@code >} when it was written (mboxrd), which is undone.
 */
final class Mbox {

    private static final byte[] SEPARATOR = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern DATED = Pattern.compile("From \\S* *.*\\d{1,2}:\\d{2}.*\\d{4}.*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile(">+From .*", Pattern.DOTALL);

    private final InputStream in;
    private boolean started;

    /** @param in buffered; closed by whoever opened it */
    Mbox(InputStream in) {
        this.in = in;
    }

    static boolean startsLikeOne(byte[] beginning) {
        return new String(beginning, StandardCharsets.ISO_8859_1).startsWith("From ");
    }

    /** The next mail without the empty line after it; null after the last. */
    byte @Nullable [] next() throws IOException {
        var mail = new ByteArrayOutputStream();
        boolean afterEmptyLine = !started;
        for (byte[] line = line(); line.length > 0; line = line()) {
            if (afterEmptyLine && isSeparator(line)) {
                if (started) {
                    return withoutLastLine(mail);
                }
                started = true;
            } else if (started) {
                mail.writeBytes(unquoted(line));
            }
            afterEmptyLine = isEmpty(line);
        }
        boolean more = started;
        started = false;
        return more ? withoutLastLine(mail) : null;
    }

    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static boolean isSeparator(byte[] line) {
        return startsWithFrom(line)
                && DATED.matcher(new String(line, StandardCharsets.ISO_8859_1)).matches();
    }

    private static boolean startsWithFrom(byte[] line) {
        return line.length >= SEPARATOR.length
                && Arrays.equals(line, 0, SEPARATOR.length, SEPARATOR, 0, SEPARATOR.length);
    }

    private static byte[] unquoted(byte[] line) {
        boolean quoted = line[0] == '>'
                && QUOTED.matcher(new String(line, StandardCharsets.ISO_8859_1)).matches();
        return quoted ? Arrays.copyOfRange(line, 1, line.length) : line;
    }

    private static boolean isEmpty(byte[] line) {
        return line[0] == '\n' || (line[0] == '\r' && line.length == 2);
    }

    private static byte[] withoutLastLine(ByteArrayOutputStream mail) {
        byte[] bytes = mail.toByteArray();
        int end = bytes.length;
        if (end > 1 && bytes[end - 1] == '\n' && endsEmpty(bytes)) {
            end -= bytes[end - 2] == '\r' ? 2 : 1;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static boolean endsEmpty(byte[] bytes) {
        String end = new String(
                bytes, Math.max(0, bytes.length - 4), Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        return end.endsWith("\n\n") || end.endsWith("\n\r\n");
    }
}
