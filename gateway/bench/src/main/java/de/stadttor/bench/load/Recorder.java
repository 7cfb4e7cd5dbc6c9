package de.stadttor.bench.load;

import de.stadttor.bench.load.Plan.Phase;
import de.stadttor.bench.machine.Cpu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up what the phases of a point measured. */
final class Recorder {

    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private Optional<Duration> cpu = Optional.empty();
    private Optional<Duration> databaseCpu = Optional.empty();
    private long first;
    private long last;

    synchronized void begin(Phase phase) {
        cpu = Cpu.of(phase.target().pid());
        databaseCpu = Cpu.of(phase.target().databasePid());
        first = Long.MAX_VALUE;
        last = Long.MIN_VALUE;
    }

    /** Both times as {@link System#nanoTime} tells them. */
    synchronized void answered(Phase phase, long sent, long received) {
        tally(phase).answered(received - sent);
        first = Math.min(first, sent);
        last = Math.max(last, received);
    }

    synchronized void failed(Phase phase) {
        tally(phase).failed();
    }

    /** The load of a phase is over: it lasted from the first request to the last answer. */
    synchronized void loaded(Phase phase) {
        tally(phase).loaded(last < first ? 0 : last - first);
    }

    /** The server has come to rest. */
    synchronized void rested(Phase phase) {
        tally(phase)
                .used(
                        since(cpu, phase.target().pid()),
                        since(databaseCpu, phase.target().databasePid()));
    }

    synchronized List<Point> points() {
        return new ArrayList<>(tallies.values().stream()
                .map(Tally::point)
                .flatMap(Optional::stream)
                .toList());
    }

    private Tally tally(Phase phase) {
        String key = phase.target().name() + " " + phase.connections() + " " + phase.counted();
        return tallies.computeIfAbsent(key, _ -> new Tally(phase));
    }

    private static Optional<Duration> since(Optional<Duration> before, long pid) {
        return before.flatMap(then -> Cpu.of(pid).map(now -> now.minus(then)));
    }
}
