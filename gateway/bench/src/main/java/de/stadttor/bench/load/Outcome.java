package de.stadttor.bench.load;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the load process brings home.
 *
 * @param accepted what the program acknowledged, warm-up included
 */
public record Outcome(List<Point> points, List<Accepted> accepted) {

    public Point at(String target, int connections) {
        return points.stream()
                .filter(point -> point.target().equals(target) && point.connections() == connections)
                .findFirst()
                .orElseThrow();
    }

    /** The program's throughput by that of the bare endpoint. */
    public double ratio(int connections) {
        return at(Target.PROGRAM, connections).perSecond()
                / at(Target.BARE, connections).perSecond();
    }

    /** The worst of the points that have a goal. */
    public OptionalDouble worst(List<Integer> goals) {
        return goals.stream().mapToDouble(this::ratio).min();
    }

    /**
     * An acknowledged submission.
     *
     * @param mark its own, which it also carries in a field
     */
    public record Accepted(String mark, String ticket, String number) {}
}
