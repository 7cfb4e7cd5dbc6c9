package de.stadttor.bench.load;

import de.stadttor.bench.report.Latencies;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What one target did at one number of connections.
 *
 * @param seconds of load
 * @param latencies of the requests that were answered as they should
 * @param errors requests that were not
 * @param cpuMillis of the server, what it did afterwards included; empty where the system does not tell
 * @param databaseCpuMillis the same of its database
 */
public record Point(
        String target,
        int connections,
        double seconds,
        List<Double> latencies,
        long errors,
        OptionalDouble cpuMillis,
        OptionalDouble databaseCpuMillis) {

    public Point {
        latencies = List.copyOf(latencies);
    }

    public double perSecond() {
        return latencies.size() / seconds;
    }

    public Latencies sorted() {
        return Latencies.of(latencies);
    }

    /** Milliseconds of processor time for each request, as printed; a dash where the system does not tell. */
    public String each(OptionalDouble millis) {
        return millis.isEmpty() || latencies.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.2f", millis.getAsDouble() / latencies.size());
    }
}
