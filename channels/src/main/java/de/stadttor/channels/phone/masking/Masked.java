package de.stadttor.channels.phone.masking;

/**
 * A place in a text that nobody may keep.
 *
 * @param start of its first character
 * @param end behind its last one
 * @param label stands there instead
 */
public record Masked(int start, int end, String label) {

    public boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
