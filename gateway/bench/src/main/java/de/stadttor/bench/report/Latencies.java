package de.stadttor.bench.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How long things took, in milliseconds; all of them are kept, so that no percentile is an estimate. */
public final class Latencies {

    private final List<Double> sorted;

    private Latencies(List<Double> sorted) {
        this.sorted = sorted;
    }

    /** @param milliseconds in any order */
    public static Latencies of(Collection<Double> milliseconds) {
        return new Latencies(milliseconds.stream().sorted().toList());
    }

    public int count() {
        return sorted.size();
    }

    /**
     * What {@code percent} of 100 stay within (nearest rank).
     *
     * @param percent above 0, at most 100
     * @return milliseconds; {@code NaN} when nothing was measured
     */
    public double percentile(double percent) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1);
    }

    /** The percentile as it is printed; a dash when nothing was measured. */
    public String shown(double percent) {
        double value = percentile(percent);
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }
}
