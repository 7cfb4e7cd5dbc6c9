package de.stadttor.bench.live;

import com.nimbusds.jose.JOSEException;
import de.stadttor.bench.report.Table;
import de.stadttor.bench.report.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Many streams of one citizen hear of the same reply, a few times: the program's only broadcast. */
final class OneCitizen {

    private static final int ROUNDS = 5;

    private final Crowd crowd;
    private final String ticket;
    private final Replies replies;

    /** @param ticket of citizen 0 */
    OneCitizen(Crowd crowd, String ticket, Replies replies) {
        this.crowd = crowd;
        this.ticket = ticket;
        this.replies = replies;
    }

    Verdict run(int streams) throws IOException, InterruptedException, JOSEException {
        System.err.println("  " + streams + " streams of one citizen");
        var table =
                new Table("broadcast to " + streams, "p50 ms", "p99 ms", "last ms", "lost", "doubled", "ended streams");
        try (crowd) {
            crowd.follow(0, streams);
            var verdict = Verdict.of(OptionalDouble.empty(), crowd.missing(), 0);
            for (int round = 1; round <= ROUNDS; round++) {
                var arrivals = broadcast(streams);
                row(table, round, arrivals, crowd.ended());
                verdict = verdict.plus(Verdict.of(OptionalDouble.empty(), arrivals.lost(), arrivals.doubled()));
            }
            System.out.println(table + "\n");
            return verdict;
        }
    }

    private Arrivals broadcast(int streams) throws IOException, InterruptedException {
        var sent = replies.send(List.of(ticket), 1, Duration.ofSeconds(1));
        return crowd.arrivals(sent.except(Set.of()), streams);
    }

    private static void row(Table table, int round, Arrivals arrivals, long ended) {
        var latencies = arrivals.latencies();
        table.row(
                round,
                latencies.shown(50),
                latencies.shown(99),
                latencies.shown(100),
                arrivals.lost(),
                arrivals.doubled(),
                ended);
    }
}
