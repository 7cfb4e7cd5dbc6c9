package de.stadttor.bench.report;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * The last line of a benchmark, for machines. Fields without meaning are left out.
 *
 * @param ratio the worst of the points that have a goal: our figure by the bare one's
 * @param lost accepted, and not there in the end
 * @param doubled there more than once
 */
public record Verdict(OptionalDouble ratio, OptionalLong lost, OptionalLong doubled) {

    public static Verdict of(OptionalDouble ratio, long lost, long doubled) {
        return new Verdict(ratio, OptionalLong.of(lost), OptionalLong.of(doubled));
    }

    /** Both together: the worse ratio, and the sums. */
    public Verdict plus(Verdict other) {
        return new Verdict(
                DoubleStream.concat(ratio.stream(), other.ratio.stream()).min(),
                sum(lost, other.lost),
                sum(doubled, other.doubled));
    }

    /** 1 when something was lost or doubled. A missed ratio is for people to judge: it depends on the machine. */
    public int exitStatus() {
        return lost.orElse(0) == 0 && doubled.orElse(0) == 0 ? 0 : 1;
    }

    @Override
    public String toString() {
        var line = new StringBuilder();
        ratio.ifPresent(value -> line.append(String.format(Locale.ROOT, "ratio=%.2f ", value)));
        lost.ifPresent(value -> line.append("lost=").append(value).append(' '));
        doubled.ifPresent(value -> line.append("doubled=").append(value));
        return line.toString().strip();
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return LongStream.concat(one.stream(), other.stream()).reduce(Long::sum);
    }
}
