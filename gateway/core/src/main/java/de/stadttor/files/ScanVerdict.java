package de.stadttor.files;

/** What a scanner says of a file. */
public enum ScanVerdict {
    CLEAN,
    INFECTED,
    /** No scanner is configured, or it did not answer; the desk shows it. */
    NOT_SCANNED;

    /** The written form, as stored and in contracts. */
    public String code() {
        return switch (this) {
            case CLEAN -> "clean";
            case INFECTED -> "infected";
            case NOT_SCANNED -> "notScanned";
        };
    }

    public static ScanVerdict of(String code) {
        for (ScanVerdict verdict : values()) {
            if (verdict.code().equals(code)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("not a scan verdict: " + code);
    }
}
