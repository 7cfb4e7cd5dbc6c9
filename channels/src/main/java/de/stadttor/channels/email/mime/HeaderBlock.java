package de.stadttor.channels.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a header ends and what it says.
 *
 * @param end offset of the first byte of the body
 */
record HeaderBlock(HeaderFields fields, int end) {

    static final int MAX_FIELDS = 5_000;
    private static final int MAX_VALUE = 4 << 20;
    private static final int MOST_RETURNS = 1_000;

    /** Fields that only headers have: when one still follows, a line that is no field is rubbish and not the body. */
    private static final Pattern KNOWN = Pattern.compile(
            "(?i)(content-[a-z-]+|mime-version|subject|from|to|cc|date|message-id|received|return-path|reply-to"
                    + "|references|in-reply-to|sender|x-[a-z0-9-]+)[ \\t]*:.*",
            Pattern.DOTALL);

    /** Reads the header at the start of {@code entity}; the blank line after it may be missing. */
    static HeaderBlock read(Slice entity, Oddities oddities) {
        List<HeaderField> fields = new ArrayList<>();
        int at = 0;
        int lineEnd = -1;
        while (at < entity.length()) {
            lineEnd = at > lineEnd ? entity.lineEnd(at) : lineEnd;
            int bare = fields.size() < MAX_FIELDS ? bareReturn(entity, at, lineEnd) : -1;
            int end = bare < 0 ? lineEnd : bare;
            int next = bare < 0 ? entity.nextLine(lineEnd) : bare + 1;
            if (isBlank(entity, at, end) && (fields.isEmpty() || !isEmptyFold(entity, at, end))) {
                return new HeaderBlock(new HeaderFields(List.copyOf(fields)), next);
            }
            next = bare < 0 ? endOfFolds(entity, next) : next;
            int colon = colon(entity, at, end);
            if (isBlank(entity, at, end)) {
                oddities.note("header-line-ignored");
            } else if (colon > 0) {
                add(fields, entity, at, colon, next, oddities);
            } else if (!knownFieldFollows(entity, next)) {
                oddities.note("header-without-end");
                return new HeaderBlock(new HeaderFields(List.copyOf(fields)), at);
            } else {
                oddities.note("header-line-ignored");
            }
            at = next;
        }
        return new HeaderBlock(new HeaderFields(List.copyOf(fields)), entity.length());
    }

    /**
     * Offset of a CR without LF that a well-known field follows, as half-converted files have; -1 when there is none
     * among the next {@value #MOST_RETURNS}.
     */
    private static int bareReturn(Slice entity, int start, int end) {
        int at = entity.indexOf('\r', start, end);
        for (int seen = 0; at < end && seen < MOST_RETURNS; seen++) {
            if (KNOWN.matcher(entity.latin1(at + 1, Math.min(end, at + 81))).matches()) {
                return at;
            }
            at = entity.indexOf('\r', at + 1, end);
        }
        return -1;
    }

    /**
     * Nothing but blanks continues a field (RFC 5322, 4.2) when a field that only headers have stands right below, or
     * below the rest of this one.
     */
    private static boolean isEmptyFold(Slice entity, int start, int end) {
        int next = entity.nextLine(start);
        while (isFold(entity, next)) {
            next = entity.nextLine(next);
        }
        return end > start
                && isBlank(entity, start, end)
                && KNOWN.matcher(entity.latin1(next, Math.min(entity.lineEnd(next), next + 80)))
                        .matches();
    }

    private static void add(List<HeaderField> fields, Slice entity, int start, int colon, int next, Oddities oddities) {
        if (fields.size() >= MAX_FIELDS) {
            oddities.note("too-many-header-fields");
            return;
        }
        int end = next;
        if (end - colon > MAX_VALUE) {
            oddities.note("header-too-long");
            end = colon + MAX_VALUE;
        }
        String name = entity.latin1(start, colon).strip();
        fields.add(new HeaderField(name, unfold(entity.latin1(colon + 1, end))));
    }

    /** RFC 5322, 2.2.3: the line break goes, the white space stays; a tab counts as one blank. */
    private static String unfold(String folded) {
        StringBuilder value = new StringBuilder(folded.length());
        boolean lineStart = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == '\r' || c == '\n') {
                lineStart = true;
            } else if (c == '\t' && lineStart) {
                value.append(' ');
                lineStart = false;
            } else {
                value.append(c);
                lineStart = false;
            }
        }
        return value.toString().strip();
    }

    private static int endOfFolds(Slice entity, int start) {
        int at = start;
        while (isFold(entity, at) || isEmptyFoldWithin(entity, at)) {
            at = entity.nextLine(at);
        }
        return at;
    }

    private static boolean isEmptyFoldWithin(Slice entity, int at) {
        return at < entity.length()
                && isFold(entity, entity.nextLine(at))
                && isEmptyFold(entity, at, entity.lineEnd(at));
    }

    /** A line that begins with a blank and says something. */
    private static boolean isFold(Slice entity, int at) {
        return at < entity.length()
                && (entity.at(at) == ' ' || entity.at(at) == '\t')
                && !isBlank(entity, at, entity.lineEnd(at));
    }

    /** Offset of the colon after a field name, or -1 when the line is no field. */
    private static int colon(Slice entity, int start, int end) {
        for (int i = start; i < end; i++) {
            int c = entity.at(i) & 0xff;
            if (c == ':') {
                return i > start ? i : -1;
            }
            boolean blankBeforeColon = (c == ' ' || c == '\t') && onlyBlanksUntilColon(entity, i, end);
            if ((c <= ' ' || c > '~') && !blankBeforeColon) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean onlyBlanksUntilColon(Slice entity, int start, int end) {
        int i = start;
        while (i < end && (entity.at(i) == ' ' || entity.at(i) == '\t')) {
            i++;
        }
        return i < end && entity.at(i) == ':';
    }

    private static boolean knownFieldFollows(Slice entity, int start) {
        for (int at = start, lines = 0; at < entity.length() && lines < 50; at = entity.nextLine(at), lines++) {
            int end = entity.lineEnd(at);
            if (isBlank(entity, at, end)) {
                return false;
            }
            if (KNOWN.matcher(entity.latin1(at, Math.min(end, at + 80))).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(Slice entity, int start, int end) {
        for (int i = start; i < end; i++) {
            if (entity.at(i) != ' ' && entity.at(i) != '\t' && entity.at(i) != '\r') {
                return false;
            }
        }
        return true;
    }
}
