package de.stadttor.bench.calls;

import de.stadttor.bench.bare.BareProgram;
import de.stadttor.bench.load.CallEventSimulation;
import de.stadttor.bench.load.CallPieceSimulation;
import de.stadttor.bench.load.LoadProcess;
import de.stadttor.bench.load.Outcome;
import de.stadttor.bench.load.Plan;
import de.stadttor.bench.load.PointTable;
import de.stadttor.bench.load.Target;
import de.stadttor.bench.machine.Folder;
import de.stadttor.bench.machine.Options;
import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Verdict;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The command {@code bench calls}: events of calls, then pieces of transcripts, each with a commit before its answer,
 * in the same run also the bare endpoint of {@code bench intake}. The last line is for machines.
 */
public final class CallsBench {

    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32, 64);

    /** The points that have a goal: 0.7 of the bare endpoint at least. */
    private static final List<Integer> GOALS = List.of(32, 64);

    private final Options options;
    private final Folder folder;

    private CallsBench(Options options, Folder folder) {
        this.options = options;
        this.folder = folder;
    }

    /**
     * Takes {@code --warm-up=SECONDS} and {@code --seconds=SECONDS}; exit status 1 when something is lost or doubled.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Verdict verdict;
        try (Folder folder = Folder.fresh()) {
            verdict = new CallsBench(Options.of(arguments), folder).run();
        }
        System.out.println(verdict);
        System.exit(verdict.exitStatus());
    }

    private Verdict run() throws IOException, InterruptedException, SQLException {
        try (Server program = Server.program(options, folder.resolve("program"));
                Server bare = Server.bare(BareProgram.class, options, folder.resolve("bare"))) {
            Outcome events = load(CallEventSimulation.class, "events/s", program, bare);
            Outcome pieces = load(CallPieceSimulation.class, "pieces/s", program, bare);
            return verdict(events, "phone_call_event", program).plus(verdict(pieces, "phone_call_piece", program));
        }
    }

    private Outcome load(Class<? extends Simulation> simulation, String rate, Server program, Server bare)
            throws IOException, InterruptedException {
        var plan = new Plan(
                List.of(Target.program(program, "callcentre"), Target.bare(bare)),
                CONNECTIONS,
                options.warmUp(),
                options.measured(),
                List.of());
        Outcome outcome = LoadProcess.run(simulation, plan, folder.path());
        System.out.println(PointTable.of(rate, outcome, CONNECTIONS) + "\n");
        return outcome;
    }

    /** Doubled is a ticket that is not the one of its call. */
    private static Verdict verdict(Outcome outcome, String table, Server program) throws IOException, SQLException {
        try (Connection tables = program.database().connect()) {
            long stored = count(tables, "SELECT COUNT(*) FROM " + table);
            long tickets = count(tables, "SELECT COUNT(*) FROM ticket");
            long ticketed = count(tables, "SELECT COUNT(DISTINCT ticket) FROM phone_call");
            long accepted = outcome.accepted().size();
            System.out.printf("accepted %d, stored %d%n", accepted, stored);
            return Verdict.of(outcome.worst(GOALS), Math.max(0, accepted - stored), tickets - ticketed);
        }
    }

    private static long count(Connection tables, String sql) throws SQLException {
        try (Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
