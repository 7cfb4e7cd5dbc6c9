package de.stadttor.bench.live;

import com.nimbusds.jose.JOSEException;
import de.stadttor.bench.machine.Api;
import de.stadttor.bench.machine.DemoTokens;
import de.stadttor.bench.machine.Folder;
import de.stadttor.bench.machine.Options;
import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Verdict;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;

/**
 * The command {@code bench live}: streams of many citizens, first idle, then with news; what they cost, how soon they
 * hear, whether anything is lost or told twice. The last line is for machines.
 */
public final class LiveBench {

    private LiveBench() {}

    /**
     * Takes {@code --warm-up=SECONDS}, {@code --seconds=SECONDS} and {@code --clients=NUMBER}; exit status 1 when
     * something is lost or doubled.
     */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException, ExecutionException,
                    JOSEException {
        var options = Options.of(arguments);
        Verdict verdict;
        try (Folder folder = Folder.fresh();
                Server program = Server.program(options, folder.resolve("program"));
                Api formServer = Api.of(program, "formserver");
                Api desk = Api.of(program, "caseworker")) {
            System.err.println("  " + options.clients() + " citizens hand in a ticket each");
            var population = Population.of(options.clients(), formServer);
            var crowd = new Crowd(program, DemoTokens.of(program), folder.path());
            var replies = new Replies(desk);
            var tickets = population.tickets();
            verdict = new ManyCitizens(program, crowd, tickets, replies, options)
                    .run()
                    .plus(new OneCitizen(crowd, tickets.getFirst(), replies).run(options.clients() * 9 / 19));
        }
        System.out.println(verdict);
        System.exit(verdict.exitStatus());
    }
}
