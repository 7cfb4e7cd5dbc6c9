package de.stadttor.channels.email.body;

/** Sets words into lines and paragraphs; collapses white space as browsers do. */
final class TextLines {

    private static final int DEEPEST_QUOTE = 20;

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int gapDepth;
    private int pendingBreaks;
    private boolean pendingBlank;
    private boolean lineStarted;
    /** A block with nothing but a hard blank is an empty line; that is how mail programs write one. */
    private boolean spacer;

    void words(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0') {
                pendingBlank = true;
                spacer |= c == '\u00a0' && !lineStarted;
            } else if (!isInvisible(c)) {
                put(c);
            }
        }
    }

    void preformatted(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\n') {
                lineBreak();
            } else if (c == '\t' || c == ' ' || c == '\u00a0') {
                start();
                text.append(c == '\t' ? '\t' : ' ');
            } else if (c != '\r' && !isInvisible(c)) {
                put(c);
            }
        }
    }

    /** A break the author set: two of them make an empty line. */
    void lineBreak() {
        spacer = false;
        pendingBreaks = lineStarted || pendingBreaks > 0 ? pendingBreaks + 1 : 1;
        lineStarted = false;
        pendingBlank = false;
    }

    /** Ends the line if it has begun. */
    void line() {
        if (lineStarted) {
            pendingBreaks = Math.max(pendingBreaks, 1);
        } else if (spacer) {
            pendingBreaks++;
        }
        lineStarted = false;
        pendingBlank = false;
        spacer = false;
    }

    void paragraph(boolean margin) {
        line();
        if (margin && !text.isEmpty()) {
            pendingBreaks = Math.max(pendingBreaks, 2);
        }
    }

    void item(String mark) {
        line();
        words(mark);
        pendingBlank = true;
    }

    void endItem() {
        line();
    }

    void rule() {
        line();
        words("----------");
        line();
    }

    /** Cells of a row stand beside each other. */
    void cell() {
        spacer = false;
        if (lineStarted) {
            pendingBlank = true;
        } else {
            line();
        }
    }

    void quote(int change) {
        depth = Math.max(0, depth + change);
        gapDepth = Math.min(gapDepth, depth);
    }

    String finish() {
        StringBuilder tidy = new StringBuilder(text.length());
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf("\n", start);
            int next = end < 0 ? text.length() : end;
            int last = next;
            while (last > start && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
                last--;
            }
            tidy.append(text, start, last).append('\n');
            start = next + 1;
        }
        return tidy.toString().strip();
    }

    private void put(char c) {
        boolean blank = pendingBlank && lineStarted;
        start();
        if (blank) {
            text.append(' ');
        }
        pendingBlank = false;
        text.append(c);
    }

    private void start() {
        if (lineStarted) {
            return;
        }
        String gap = ">".repeat(Math.min(gapDepth, DEEPEST_QUOTE));
        for (int i = Math.min(pendingBreaks, 3); i > 0 && !text.isEmpty(); i--) {
            text.append('\n').append(i > 1 ? gap : "");
        }
        gapDepth = depth;
        String quote = depth == 0 ? "" : ">".repeat(Math.min(depth, DEEPEST_QUOTE)) + " ";
        text.append(quote);
        pendingBreaks = 0;
        spacer = false;
        lineStarted = true;
        pendingBlank = false;
    }

    /** Fillers of preview lines and soft hyphens. */
    private static boolean isInvisible(char c) {
        return c == '\u00ad' || c == '\u034f' || c == '\u200b' || c == '\u2060' || c == '\ufeff';
    }
}
