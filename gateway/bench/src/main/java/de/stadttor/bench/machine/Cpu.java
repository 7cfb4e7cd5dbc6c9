package de.stadttor.bench.machine;

import java.time.Duration;
import java.util.Optional;

/** Processor time that a process has used up so far, of all its threads, as its system counts it. */
public final class Cpu {

    private Cpu() {}

    /** Empty where the system does not tell, or not of a process that is somebody else's. */
    public static Optional<Duration> of(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration());
    }
}
