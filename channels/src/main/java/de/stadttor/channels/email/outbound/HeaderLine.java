package de.stadttor.channels.email.outbound;

/** Text from outside, made fit for one header line. */
final class HeaderLine {

    private static final int LONGEST = 250;

    private HeaderLine() {}

    /**
     * The text without whatever ends a line or hides something: control and format characters, line and paragraph
     * separators, lone halves of surrogates; cut where no header needs more.
     */
    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(point -> isVisible(point) ? point : ' ')
                .forEach(line::appendCodePoint);
        return line.toString().replaceAll(" {2,}", " ").strip();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
