package de.stadttor.channels.email.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.UUDecoderStream;

/**
 * A file written in uuencode, as old programs put it into the text.
 *
 * @param name empty when the program gave none
 * @param start offset of the line {@code begin 644 name}
 * @param end offset after the line {@code end}, or after the last encoded line when that is missing
 */
public record Uuencoded(String name, int start, int end) {

    private static final Pattern BEGIN =
            Pattern.compile("(?m)^begin(?:-base64)? [0-7]{3,4} ((?:\\S[^\\r\\n]{0,250})?)\\r?$");
    private static final Pattern LINE = Pattern.compile("[!-`][ -`]{0,90}");

    /** The first such file at or after {@code from}; {@code text} has one character for each byte. */
    public static Optional<Uuencoded> find(String text, int from) {
        Matcher begin = BEGIN.matcher(text);
        for (int at = from; begin.find(at); at = begin.end()) {
            int end = end(text, begin.end());
            if (end > 0) {
                return Optional.of(new Uuencoded(begin.group(1).strip(), begin.start(), end));
            }
        }
        return Optional.empty();
    }

    static InputStream open(Slice encoded) {
        return new Forgiving(new UUDecoderStream(encoded.open(), true, true));
    }

    /**
     * End of the encoded lines after {@code from}, or -1 when no encoded line follows (people do write "begin 600 …").
     */
    private static int end(String text, int from) {
        int at = text.indexOf('\n', from) + 1;
        int lines = 0;
        while (at > 0 && at < text.length()) {
            int next = text.indexOf('\n', at);
            int stop = next < 0 ? text.length() : next;
            String line = text.substring(at, stop).stripTrailing();
            if (line.equals("end")) {
                return lines > 0 ? stop : -1;
            }
            if (!line.isEmpty() && !LINE.matcher(line).matches()) {
                return lines > 1 ? at : -1;
            }
            lines++;
            at = next + 1;
        }
        return lines > 0 ? text.length() : -1;
    }

    /** Angus fails on a beginning that was cut off; what comes before a damaged place is all there is. */
    private static final class Forgiving extends FilterInputStream {

        private Forgiving(InputStream decoder) {
            super(decoder);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IndexOutOfBoundsException damaged) {
                return -1;
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            try {
                return super.read(bytes, offset, count);
            } catch (IndexOutOfBoundsException damaged) {
                return -1;
            }
        }
    }
}
