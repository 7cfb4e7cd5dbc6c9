package de.stadttor.bench.read;

import de.stadttor.bench.bare.BareProgram;
import de.stadttor.bench.load.LoadProcess;
import de.stadttor.bench.load.Outcome;
import de.stadttor.bench.load.Plan;
import de.stadttor.bench.load.PointTable;
import de.stadttor.bench.load.ReadSimulation;
import de.stadttor.bench.load.Target;
import de.stadttor.bench.machine.Api;
import de.stadttor.bench.machine.Folder;
import de.stadttor.bench.machine.Options;
import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;

/**
 * The command {@code bench read}: a citizen opens tickets and their messages, in turns also at a bare endpoint with the
 * same statements. Both write the evidence of each first opening. The last line is for machines.
 */
public final class ReadBench {

    private static final int TICKETS = 400;

    /** All of them have a goal: 0.6 of the bare endpoint at least. */
    private static final List<Integer> CONNECTIONS = List.of(8, 64);

    private ReadBench() {}

    /** Takes {@code --warm-up=SECONDS} and {@code --seconds=SECONDS}. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        Verdict verdict;
        try (Folder folder = Folder.fresh()) {
            verdict = run(Options.of(arguments), folder);
        }
        System.out.println(verdict);
        System.exit(verdict.exitStatus());
    }

    private static Verdict run(Options options, Folder folder)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        try (Server program = Server.program(options, folder.resolve("program"));
                Server bare = Server.bare(BareProgram.class, options, folder.resolve("bare"))) {
            List<Target> targets = List.of(Target.program(program, "citizen-high"), Target.bare(bare));
            List<String> tickets = conversations(program, bare);
            var plan = new Plan(targets, CONNECTIONS, options.warmUp(), options.measured(), tickets);
            Outcome outcome = LoadProcess.run(ReadSimulation.class, plan, folder.path());
            System.out.println(PointTable.of("reads/s", outcome, CONNECTIONS));
            return new Verdict(outcome.worst(CONNECTIONS), OptionalLong.empty(), OptionalLong.empty());
        }
    }

    private static List<String> conversations(Server program, Server bare)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        try (var formServer = Api.of(program, "formserver");
                var desk = Api.of(program, "caseworker");
                var from = program.database().connect();
                var to = bare.database().connect()) {
            List<String> tickets = new Conversations(formServer, desk).make(TICKETS);
            TableCopy.copy(from, to);
            return tickets;
        }
    }
}
