package de.stadttor.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the load process has to do.
 *
 * @param targets the program and what it is held against
 * @param connections at each point, one request at a time on each of them
 * @param warmUp of each target, before anything is measured
 * @param measured of each target at each point, in {@link #SLICES} slices
 * @param subjects ids of what is read; empty where nothing is
 */
public record Plan(
        List<Target> targets, List<Integer> connections, Duration warmUp, Duration measured, List<String> subjects) {

    /** Even, so that each target is as often the first as the second. */
    static final int SLICES = 4;

    private static final int WARM_CONNECTIONS = 32;

    /** The warm-up and then, point by point, slices in which the targets take turns: noise hits both. */
    List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        targets.forEach(target -> phases.add(new Phase(target, WARM_CONNECTIONS, warmUp, false)));
        for (int point : connections) {
            for (int slice = 0; slice < SLICES; slice++) {
                List<Target> turn = new ArrayList<>(targets);
                if (slice % 2 == 1) {
                    Collections.reverse(turn);
                }
                turn.forEach(target -> phases.add(new Phase(target, point, measured.dividedBy(SLICES), true)));
            }
        }
        return phases;
    }

    /** @param counted false for a warm-up */
    record Phase(Target target, int connections, Duration duration, boolean counted) {}
}
