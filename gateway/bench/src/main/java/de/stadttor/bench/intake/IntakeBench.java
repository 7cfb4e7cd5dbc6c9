package de.stadttor.bench.intake;

import de.stadttor.bench.bare.BareProgram;
import de.stadttor.bench.load.IntakeSimulation;
import de.stadttor.bench.load.LoadProcess;
import de.stadttor.bench.load.Outcome;
import de.stadttor.bench.load.Plan;
import de.stadttor.bench.load.PointTable;
import de.stadttor.bench.load.Target;
import de.stadttor.bench.machine.Folder;
import de.stadttor.bench.machine.Foreground;
import de.stadttor.bench.machine.Options;
import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Table;
import de.stadttor.bench.report.Verdict;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The command {@code bench intake}: anonymous submissions at several numbers of connections, in the same run also by a
 * bare endpoint and by a JDBC loop that write the same rows. The last line is for machines.
 */
public final class IntakeBench {

    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32, 64);

    /** The points that have a goal: 0.8 of the bare endpoint at least. */
    private static final List<Integer> GOALS = List.of(32, 64);

    private final Options options;
    private final Folder folder;

    private IntakeBench(Options options, Folder folder) {
        this.options = options;
        this.folder = folder;
    }

    /**
     * Takes {@code --warm-up=SECONDS} and {@code --seconds=SECONDS}; exit status 1 when something is lost or doubled.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Verdict verdict;
        try (Folder folder = Folder.fresh()) {
            verdict = new IntakeBench(Options.of(arguments), folder).run();
        }
        System.out.println(verdict);
        System.exit(verdict.exitStatus());
    }

    private Verdict run() throws IOException, InterruptedException, SQLException {
        try (Server program = Server.program(options, folder.resolve("program"));
                Server bare = Server.bare(BareProgram.class, options, folder.resolve("bare"))) {
            Outcome outcome = LoadProcess.run(IntakeSimulation.class, plan(program, bare), folder.path());
            System.out.println(PointTable.of("submissions/s", outcome, CONNECTIONS));
            System.out.println("\n" + byJdbc(bare));
            Ledger ledger = ledger(outcome, program);
            System.out.printf("%naccepted %d, stored %d%n", ledger.accepted(), ledger.stored());
            return Verdict.of(outcome.worst(GOALS), ledger.lost(), ledger.doubled());
        }
    }

    private Plan plan(Server program, Server bare) throws IOException, InterruptedException {
        return new Plan(
                List.of(Target.program(program, "formserver"), Target.bare(bare)),
                CONNECTIONS,
                options.warmUp(),
                options.measured(),
                List.of());
    }

    private static Ledger ledger(Outcome outcome, Server program) throws IOException, SQLException {
        try (Connection tables = program.database().connect()) {
            return Ledger.of(outcome.accepted(), tables);
        }
    }

    /** On the bare endpoint's database, after its turns. */
    private Table byJdbc(Server bare) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(options.jvm());
        Collections.addAll(command, "-cp", System.getProperty("java.class.path"), JdbcLoop.class.getName());
        command.add(bare.database().folder().toString());
        command.add(Long.toString(options.measured().toSeconds()));
        CONNECTIONS.forEach(point -> command.add(point.toString()));
        var table = new Table("JDBC, no HTTP", "connections", "submissions/s");
        for (String line : Foreground.run(command)) {
            String[] parts = line.split(" ", 2);
            table.row("", parts[0], String.format(Locale.ROOT, "%.0f", Double.parseDouble(parts[1])));
        }
        return table;
    }
}
