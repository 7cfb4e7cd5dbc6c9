package de.stadttor.channels.phone.masking;

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
        List<Masked> all = Masked.union(
                detectors.stream()
                        .flatMap(detector -> detector.in(whole).stream())
                        .toList(),
                List.of());
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
                here.add(all.get(i).clipped(begin, end));
            }
            places.add(List.copyOf(here));
            begin = end + 1;
        }
        return places;
    }
}
