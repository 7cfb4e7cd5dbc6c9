package de.stadttor.bench.load;

import de.stadttor.bench.load.Plan.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures of one target at one point, while they come in; not for several threads at once. */
final class Tally {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Phase phase;
    private final List<Double> latencies = new ArrayList<>();
    private long errors;
    private long nanos;
    private OptionalDouble cpuMillis = OptionalDouble.of(0);
    private OptionalDouble databaseCpuMillis = OptionalDouble.of(0);

    Tally(Phase phase) {
        this.phase = phase;
    }

    void answered(long took) {
        latencies.add(took / NANOS_PER_MILLI);
    }

    void failed() {
        errors++;
    }

    void loaded(long took) {
        nanos += took;
    }

    void used(Optional<Duration> cpu, Optional<Duration> databaseCpu) {
        cpuMillis = plus(cpuMillis, cpu);
        databaseCpuMillis = plus(databaseCpuMillis, databaseCpu);
    }

    /** Empty for a warm-up. */
    Optional<Point> point() {
        return phase.counted()
                ? Optional.of(new Point(
                        phase.target().name(),
                        phase.connections(),
                        nanos / 1e9,
                        latencies,
                        errors,
                        cpuMillis,
                        databaseCpuMillis))
                : Optional.empty();
    }

    /** Unknown once is unknown for good. */
    private static OptionalDouble plus(OptionalDouble sum, Optional<Duration> more) {
        return sum.isEmpty() || more.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(sum.getAsDouble() + more.get().toNanos() / NANOS_PER_MILLI);
    }
}
