package de.stadttor.bench.machine;

import de.stadttor.bench.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** What connections cost the program: its memory beside what it had without any. */
public final class Costs {

    /** Buffers of requests just answered are free by then. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Server program;
    private final Memory empty;
    private final Table table;

    private Costs(String what, Server program, Memory empty) {
        this.program = program;
        this.empty = empty;
        this.table = new Table(what, "heap KB each", "RSS KB each", "heap KB");
    }

    /**
     * Begins with a program that holds none.
     *
     * @param what is counted, such as streams
     */
    public static Costs beginning(String what, Server program) throws IOException, InterruptedException {
        var costs = new Costs(what, program, now(program));
        costs.table.row("none", "", "", costs.empty.heapKilobytes());
        return costs;
    }

    public void with(int number) throws IOException, InterruptedException {
        Memory now = now(program);
        table.row(
                number,
                shown(now.heapEach(empty, number)),
                shown(now.residentEach(empty, number)),
                now.heapKilobytes());
    }

    /** When all are closed; the table is complete then. */
    public Table without() throws IOException, InterruptedException {
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
