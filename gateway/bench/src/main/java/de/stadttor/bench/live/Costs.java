package de.stadttor.bench.live;

import de.stadttor.bench.machine.Rest;
import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** What streams cost the program: its memory beside what it had without any. */
final class Costs {

    /** Buffers of requests just answered are free by then. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Server program;
    private final Memory empty;
    private final Table table = new Table("streams", "heap KB each", "RSS KB each", "heap KB");

    private Costs(Server program, Memory empty) {
        this.program = program;
        this.empty = empty;
    }

    /** Begins with a program that holds no stream. */
    static Costs beginning(Server program) throws IOException, InterruptedException {
        var costs = new Costs(program, now(program));
        costs.table.row("none", "", "", costs.empty.heapKilobytes());
        return costs;
    }

    void with(int streams) throws IOException, InterruptedException {
        Memory now = now(program);
        table.row(
                streams,
                shown(now.heapEach(empty, streams)),
                shown(now.residentEach(empty, streams)),
                now.heapKilobytes());
    }

    /** When all streams are closed; the table is complete then. */
    Table without() throws IOException, InterruptedException {
        table.row("none again", "", "", now(program).heapKilobytes());
        return table;
    }

    private static Memory now(Server program) throws IOException, InterruptedException {
        Rest.of(program.database());
        Thread.sleep(SETTLING);
        return Memory.of(program.pid());
    }

    private static String shown(double kilobytes) {
        return Double.isNaN(kilobytes) ? "-" : String.format(Locale.ROOT, "%.1f", kilobytes);
    }
}
