package de.stadttor.channels.phone.masking;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    /** The part of it between two places, counted from the first of them. */
    public Masked clipped(int begin, int to) {
        return new Masked(Math.max(start, begin) - begin, Math.min(end, to) - begin, label);
    }

    /** Of those that overlap, one, under the first one's label. */
    public static List<Masked> union(List<Masked> one, List<Masked> other) {
        List<Masked> merged = new ArrayList<>();
        for (Masked next : inOrder(one, other)) {
            Masked last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.start() < last.end()) {
                merged.set(merged.size() - 1, new Masked(last.start(), Math.max(last.end(), next.end()), last.label()));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private static List<Masked> inOrder(List<Masked> one, List<Masked> other) {
        return Stream.concat(one.stream(), other.stream())
                .sorted(comparingInt(Masked::start).thenComparingInt(Masked::end))
                .toList();
    }
}
