package de.stadttor.calls;

import java.util.List;

/**
 * A part of what was said.
 *
 * @param number its place, from 1
 * @param revision the highest one counts, whichever came in first; 0 for the first wording
 * @param fingerprint SHA-256 of it as it came, lower-case hex
 */
public record Piece(int number, int revision, String fingerprint, List<Turn> turns) {

    /** Most pieces of a call. */
    public static final int MOST = 10_000;

    public Piece {
        turns = List.copyOf(turns);
    }

    /** In characters. */
    long length() {
        return turns.stream().mapToLong(turn -> turn.text().length()).sum();
    }

    Head head() {
        return new Head(number, revision, fingerprint, false);
    }

    /**
     * All but the words.
     *
     * @param written whether it stands in a message; its words stand nowhere else any more
     */
    public record Head(int number, int revision, String fingerprint, boolean written) {}
}
