package de.stadttor.channels.email.body;

/** Joins the lines that {@code format=flowed} split for transport (RFC 3676). */
final class FlowedText {

    private FlowedText() {}

    /**
     * Lines ending in a blank continue on the next one of the same quote depth; the signature separator never does.
     *
     * @param joined DelSp: the blank itself is not part of the text
     */
    static String unflow(String text, boolean joined) {
        StringBuilder unflowed = new StringBuilder(text.length());
        int openDepth = -1;
        for (String line : text.split("\n", -1)) {
            int depth = depth(line);
            String content = unstuff(line.substring(depth));
            boolean flows = content.endsWith(" ") && !content.equals("-- ");
            if (openDepth == depth && !content.equals("-- ")) {
                append(unflowed, content, flows && joined);
            } else {
                unflowed.append(openDepth >= 0 ? "\n" : "").append(quote(depth));
                append(unflowed, content, flows && joined);
            }
            if (!flows) {
                unflowed.append('\n');
            }
            openDepth = flows ? depth : -1;
        }
        return openDepth >= 0 ? unflowed.toString() : unflowed.substring(0, Math.max(0, unflowed.length() - 1));
    }

    private static void append(StringBuilder text, String content, boolean dropBlank) {
        text.append(content, 0, content.length() - (dropBlank ? 1 : 0));
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuff(String content) {
        return content.startsWith(" ") ? content.substring(1) : content;
    }

    private static String quote(int depth) {
        return depth == 0 ? "" : ">".repeat(depth) + " ";
    }
}
