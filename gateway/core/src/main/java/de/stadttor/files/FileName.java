package de.stadttor.files;

import java.text.Normalizer;

/** A file's name as shown and offered for download. */
public record FileName(String value) {

    private static final int LIMIT = 200;

    public FileName {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a file name");
        }
    }

    /** Takes a name as a sender gave it, in Unicode NFC, and refuses what looks like a path or hides something. */
    public static FileName of(String given) {
        return new FileName(kept(given));
    }

    /** The nearest name that is acceptable: without what is forbidden, cut if too long. */
    public static FileName near(String given) {
        String harmless = kept(given)
                .codePoints()
                .filter(character -> !forbidden(character))
                .limit(LIMIT / 2)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new FileName(fits(harmless) ? harmless : "unbenannt");
    }

    /** Whether {@link #of} takes it. */
    public static boolean acceptable(String given) {
        return fits(kept(given));
    }

    private static String kept(String given) {
        return Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
    }

    private static boolean fits(String name) {
        return !name.isBlank()
                && name.length() <= LIMIT
                && !name.equals(".")
                && !name.equals("..")
                && name.codePoints().noneMatch(FileName::forbidden);
    }

    /**
     * Path separators, control characters and line breaks, halves of characters, and the bidirectional marks that make
     * {@code exe.txt} of {@code txt.exe}.
     */
    private static boolean forbidden(int character) {
        return character == '/'
                || character == '\\'
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    @Override
    public String toString() {
        return value;
    }
}
