package de.stadttor.files;

import java.text.Normalizer;

/** A file's name as shown and offered for download. */
public record FileName(String value) {

    private static final int LIMIT = 200;

    public FileName {
        if (!acceptable(value)) {
            throw new IllegalArgumentException("not a file name");
        }
    }

    /** Takes a name as a sender gave it, in Unicode NFC, and refuses what looks like a path or hides something. */
    public static FileName of(String given) {
        return new FileName(Normalizer.normalize(given.strip(), Normalizer.Form.NFC));
    }

    public static boolean acceptable(String name) {
        return !name.isBlank()
                && name.length() <= LIMIT
                && !name.equals(".")
                && !name.equals("..")
                && name.codePoints().noneMatch(FileName::forbidden);
    }

    /**
     * Path separators, control characters, and the bidirectional marks that make {@code exe.txt} of {@code txt.exe}.
     */
    private static boolean forbidden(int character) {
        return character == '/'
                || character == '\\'
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || !Character.isDefined(character);
    }

    @Override
    public String toString() {
        return value;
    }
}
