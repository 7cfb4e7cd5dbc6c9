package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitEstimateTest {

    private static final int CHATS = 2_000;
    private static final int OPERATORS = 3;

    /** Another day with another seed; the bound is the same. */
    private final Random random = new Random(4711);

    @Test
    void saysNothingWhileFewHaveWaited() {
        assertThat(WaitEstimate.of(waits(4, 1, 60), 1)).isEmpty();
    }

    @Test
    void isWhatAPlaceInTheLineHasCostSoFar() {
        assertThat(WaitEstimate.of(waits(5, 1, 60), 1)).contains(Duration.ofSeconds(60));
        assertThat(WaitEstimate.of(waits(5, 2, 60), 3)).contains(Duration.ofSeconds(90));
    }

    /**
     * A day in an office: three operators, chats that come and last at random, most of the time more than they can
     * take. The promise is for those who really wait: on average it is off by less than 60 % of what they waited.
     */
    @Test
    void isNotFarOffOnABusyDay() {
        List<double[]> told = day();
        double waited = told.stream().mapToDouble(each -> each[1]).average().orElseThrow();
        double error = told.stream()
                .mapToDouble(each -> Math.abs(each[0] - each[1]))
                .average()
                .orElseThrow();
        assertThat(told).hasSizeGreaterThan(500);
        assertThat(error / waited).isLessThan(0.6);
    }

    /** What was told and what came of it, in seconds. */
    private List<double[]> day() {
        double[] free = new double[OPERATORS];
        List<double[]> told = new ArrayList<>();
        Deque<WaitEstimate.Wait> waits = new ArrayDeque<>();
        List<double[]> line = new ArrayList<>();
        double now = 0;
        for (int i = 0; i < CHATS; i++) {
            now += exponential(110);
            double arrival = now;
            line.removeIf(other -> {
                boolean taken = other[0] <= arrival;
                if (taken) {
                    waits.addFirst(new WaitEstimate.Wait((int) other[1], Duration.ofMillis((long) (other[2] * 1000))));
                }
                return taken;
            });
            int place = line.size() + 1;
            int next = IntStream.range(0, OPERATORS)
                    .boxed()
                    .min((a, b) -> Double.compare(free[a], free[b]))
                    .orElseThrow();
            double begins = Math.max(arrival, free[next]);
            free[next] = begins + exponential(300);
            double wait = begins - arrival;
            List<WaitEstimate.Wait> newest =
                    waits.stream().limit(WaitEstimate.LOOKED_AT).toList();
            if (wait > 0) {
                line.add(new double[] {begins, place, wait});
                WaitEstimate.of(newest, place)
                        .ifPresent(estimate -> told.add(new double[] {estimate.toMillis() / 1000.0, wait}));
            }
        }
        return told;
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private static List<WaitEstimate.Wait> waits(int count, int place, int seconds) {
        return Collections.nCopies(count, new WaitEstimate.Wait(place, Duration.ofSeconds(seconds)));
    }
}
