package de.stadttor.channels.phone.masking;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what nobody may keep in what was said, turn by turn, also where it goes on in the next turn. */
public final class Masks {

    private final List<Detector> detectors;

    private Masks(List<Detector> detectors) {
        this.detectors = detectors;
        in(List.of("eins")); // what number words are called is read from files: before the first request needs it
    }

    /**
     * @param names of our detectors: {@code iban}, {@code card}, {@code number}, {@code password}
     * @param patterns regular expressions (RE2), by the name that stands in the place of what they find
     * @throws IllegalArgumentException when one of them is unknown or no pattern
     */
    public static Masks of(List<String> names, Map<String, String> patterns) {
        return new Masks(Detectors.of(names, patterns));
    }

    /** The places in each text; none of them overlap. */
    public List<List<Masked>> in(List<String> texts) {
        String whole = String.join("\n", texts);
        List<Masked> all = merged(detectors.stream()
                .flatMap(detector -> detector.in(whole).stream())
                .sorted(comparingInt(Masked::start).thenComparingInt(Masked::end))
                .toList());
        List<List<Masked>> places = new ArrayList<>();
        int begin = 0;
        int next = 0;
        for (String text : texts) {
            List<Masked> here = new ArrayList<>();
            int end = begin + text.length();
            while (next < all.size() && all.get(next).end() <= begin) {
                next++;
            }
            for (int i = next; i < all.size() && all.get(i).start() < end; i++) {
                here.add(clipped(all.get(i), begin, end));
            }
            places.add(List.copyOf(here));
            begin = end + 1;
        }
        return places;
    }

    private static Masked clipped(Masked masked, int begin, int end) {
        return new Masked(Math.max(masked.start(), begin) - begin, Math.min(masked.end(), end) - begin, masked.label());
    }

    /** Of those that overlap, one, under the first one's label. */
    private static List<Masked> merged(List<Masked> sorted) {
        List<Masked> merged = new ArrayList<>();
        for (Masked next : sorted) {
            Masked last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.start() < last.end()) {
                merged.set(merged.size() - 1, new Masked(last.start(), Math.max(last.end(), next.end()), last.label()));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
