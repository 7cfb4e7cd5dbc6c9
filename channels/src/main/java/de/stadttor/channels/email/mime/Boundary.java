package de.stadttor.channels.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The line that separates the parts of a multipart (RFC 2046, 5.1.1). Our own scanner, because libraries lose parts
 * whose header lacks the blank line at its end, and read the bytes of a nested part once for each level.
 */
final class Boundary {

    static final int MAX_PARTS = 5_000;

    private final byte[] delimiter;

    private Boundary(String delimiter) {
        this.delimiter = delimiter.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Blanks at the end of {@code parameter} do not count (RFC 2046, 5.1.1). */
    static Boundary of(String parameter) {
        return new Boundary("--" + parameter.stripTrailing());
    }

    /** The line that looks most like one when the header names none: dashes, followed by a Content field. */
    static Optional<Boundary> guess(Slice body) {
        for (int at = 0, lines = 0; at < body.length() && lines < 2_000; at = body.nextLine(at), lines++) {
            if (at + 2 < body.length() && body.at(at) == '-' && body.at(at + 1) == '-') {
                String line =
                        body.latin1(at, Math.min(body.lineEnd(at), at + 200)).stripTrailing();
                int next = body.nextLine(at);
                String field = body.latin1(next, Math.min(body.lineEnd(next), next + 8));
                if (line.length() > 2 && field.equalsIgnoreCase("content-")) {
                    return Optional.of(new Boundary(line));
                }
            }
        }
        return Optional.empty();
    }

    /** The parts without the line break before the delimiter; a missing last delimiter is forgiven. */
    List<Slice> split(Slice body, Oddities oddities) {
        List<Slice> parts = new ArrayList<>();
        int start = -1;
        int at = 0;
        while (at < body.length() && parts.size() < MAX_PARTS) {
            Line line = lineAt(body, at);
            int next = body.nextLine(at);
            if (line != Line.CONTENT) {
                add(parts, body, start, at);
                start = line == Line.DELIMITER ? next : -1;
            }
            at = next;
        }
        if (start >= 0) {
            oddities.note("multipart-without-end");
            parts.add(body.part(start, body.length()));
        }
        return parts;
    }

    private static void add(List<Slice> parts, Slice body, int start, int end) {
        if (start >= 0) {
            int stop = end;
            if (stop > start && body.at(stop - 1) == '\n') {
                stop--;
                stop -= stop > start && body.at(stop - 1) == '\r' ? 1 : 0;
            }
            parts.add(body.part(start, stop));
        }
    }

    private enum Line {
        CONTENT,
        DELIMITER,
        LAST
    }

    private Line lineAt(Slice body, int at) {
        if (body.at(at) != '-' || !body.startsWith(delimiter, at)) {
            return Line.CONTENT;
        }
        int rest = at + delimiter.length;
        int end = body.lineEnd(at);
        if (blank(body, rest, end)) {
            return Line.DELIMITER;
        }
        while (rest < end && body.at(rest) == ' ') {
            rest++; // a program that lets its boundary end in blanks
        }
        boolean last = rest + 1 < end && body.at(rest) == '-' && body.at(rest + 1) == '-';
        return last && (blank(body, rest + 2, end) || !isBoundaryCharacter(body.at(rest + 2)))
                ? Line.LAST
                : Line.CONTENT;
    }

    /** What follows the last delimiter in its line is ignored when it cannot belong to another, longer boundary. */
    private static boolean isBoundaryCharacter(byte b) {
        return Character.isLetterOrDigit(b) || " '()+_,-./:=?".indexOf(b) >= 0;
    }

    private static boolean blank(Slice body, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body.at(i) != ' ' && body.at(i) != '\t' && body.at(i) != '\r') {
                return false;
            }
        }
        return true;
    }
}
