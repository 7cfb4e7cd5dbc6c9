package de.stadttor.channels.email.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits plain text. History without marks (a small header, "Original Message") ends the reply. Of quotations marked
 * with {@code >} those after and those before the reply go; those between two answers stay, for the answers mean
 * nothing without them.
 */
final class PlainReply {

    /** An attribution that begins on the last line of the reply, since a program forgot the line break. */
    private static final Pattern SHARED_LINE = Pattern.compile(
            "(?m)(?<=[\\p{L}.!?)])[ -]{1,10}(On \\p{L}{3,9},? [^\\n>]{5,150} wrote:)[ \\t]*(?=\\n\\s{0,5}>)");

    private static final int MOST_LINES = 3_000;
    private static final int MOST_CHARACTERS = 256 << 10;

    private enum Mark {
        OWN,
        BLANK,
        QUOTED,
        ATTRIBUTION
    }

    private final List<String> lines;
    private final List<Mark> marks = new ArrayList<>();

    private PlainReply(List<String> lines) {
        this.lines = lines;
    }

    /**
     * The reply without blank lines around it; empty when there is nothing but history. Only the beginning of a very
     * long text is searched; the rest then counts as new.
     */
    static String of(String text) {
        String beginning = beginning(text);
        String lined = SHARED_LINE.matcher(beginning).replaceAll("\n$1");
        String reply = new PlainReply(List.of(lined.split("\n", -1))).reply();
        return beginning.length() < text.length() && reply.equals(beginning.strip()) ? text : reply;
    }

    private static String beginning(String text) {
        int end = 0;
        for (int line = 0; line < MOST_LINES && end >= 0 && end < MOST_CHARACTERS; line++) {
            end = text.indexOf('\n', end) + 1;
            if (end == 0) {
                return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
            }
        }
        return text.substring(0, Math.min(end, MOST_CHARACTERS));
    }

    private String reply() {
        mark();
        int first = firstOwn();
        int last = lastOwn();
        if (last < 0) {
            return "";
        }
        List<String> own = isInterleaved(last) ? lines.subList(first(first), last + 1) : ownLines(first, last);
        return String.join("\n", Signature.without(own)).strip();
    }

    private void mark() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                marks.add(Mark.BLANK);
            } else if (QuotedLines.at(lines, i)) {
                marks.add(Mark.QUOTED);
            } else if (History.beginsAt(lines, i)) {
                return;
            } else {
                int attribution = Attribution.linesAt(lines, i);
                for (int k = 1; k < attribution; k++) {
                    marks.add(Mark.ATTRIBUTION);
                }
                i += Math.max(0, attribution - 1);
                marks.add(attribution > 0 ? Mark.ATTRIBUTION : Mark.OWN);
                if (attribution > 0 && !quoteFollows(i + 1)) {
                    return;
                }
            }
        }
    }

    /** Whether the quoted text after an attribution is marked; if not, all of the rest is history. */
    private boolean quoteFollows(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return QuotedLines.marked(lines.get(i));
            }
        }
        return false;
    }

    private int firstOwn() {
        return marks.indexOf(Mark.OWN);
    }

    private int lastOwn() {
        return marks.lastIndexOf(Mark.OWN);
    }

    /** True when own text stands between several quotations, or around one that nothing introduces. */
    private boolean isInterleaved(int last) {
        int changes = 0;
        boolean inQuote = false;
        for (int i = 0; i <= last; i++) {
            Mark mark = marks.get(i);
            if (mark == Mark.QUOTED && !inQuote) {
                changes++;
                inQuote = true;
            } else if (mark == Mark.OWN) {
                inQuote = false;
            }
        }
        boolean introduced = marks.contains(Mark.ATTRIBUTION);
        return changes > 1 || (changes == 1 && !introduced && marks.indexOf(Mark.OWN) < marks.indexOf(Mark.QUOTED));
    }

    /** Answers that begin below a quotation keep it as their first line. */
    private int first(int first) {
        int i = first;
        while (i > 0 && (marks.get(i - 1) == Mark.QUOTED || marks.get(i - 1) == Mark.BLANK)) {
            i--;
        }
        return i;
    }

    /** Where a quotation was taken out, one empty line is enough. */
    private List<String> ownLines(int first, int last) {
        List<String> own = new ArrayList<>();
        boolean removed = false;
        for (int i = first; i <= last; i++) {
            boolean blank = marks.get(i) == Mark.BLANK;
            boolean joins = blank && removed && !own.isEmpty() && own.getLast().isBlank();
            if (marks.get(i) == Mark.OWN || (blank && !joins)) {
                own.add(lines.get(i));
                removed &= blank;
            } else {
                removed = true;
            }
        }
        return own;
    }
}
