package de.stadttor.bench.load;

import de.stadttor.bench.report.Table;
import java.util.List;
import java.util.Locale;

/** An outcome for people: a line for each target at each point, the program's with its ratio. */
public final class PointTable {

    private PointTable() {}

    /** @param rate title of the column of the throughput */
    public static Table of(String rate, Outcome outcome, List<Integer> connections) {
        var table = new Table(
                "server",
                "connections",
                rate,
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "errors",
                "CPU ms",
                "database ms",
                "ratio");
        for (int point : connections) {
            row(table, outcome.at(Target.PROGRAM, point), number(outcome.ratio(point)));
            row(table, outcome.at(Target.BARE, point), "");
        }
        return table;
    }

    private static void row(Table table, Point point, String ratio) {
        var latencies = point.sorted();
        table.row(
                point.target(),
                point.connections(),
                String.format(Locale.ROOT, "%.0f", point.perSecond()),
                latencies.shown(50),
                latencies.shown(95),
                latencies.shown(99),
                point.errors(),
                point.each(point.cpuMillis()),
                point.each(point.databaseCpuMillis()),
                ratio);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
