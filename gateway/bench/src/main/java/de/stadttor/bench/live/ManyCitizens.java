package de.stadttor.bench.live;

import com.nimbusds.jose.JOSEException;
import de.stadttor.bench.machine.Costs;
import de.stadttor.bench.machine.Options;
import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Table;
import de.stadttor.bench.report.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** A stream for each of many citizens: idle, then with news for some at random, then with some who do not read. */
final class ManyCitizens {

    private static final int EVENTS_PER_SECOND = 200;
    private static final int WARM_EVENTS_PER_SECOND = 50;

    private final Server program;
    private final Crowd crowd;
    private final List<String> tickets;
    private final Replies replies;
    private final Options options;
    private final Table news =
            new Table("readers", "events", "p50 ms", "p99 ms", "lost", "doubled", "ended streams", "refused events");

    /** @param tickets of the citizens, in their order */
    ManyCitizens(Server program, Crowd crowd, List<String> tickets, Replies replies, Options options) {
        this.program = program;
        this.crowd = crowd;
        this.tickets = tickets;
        this.replies = replies;
        this.options = options;
    }

    /** A stream that cannot begin counts as lost. */
    Verdict run() throws IOException, InterruptedException, JOSEException {
        replies.send(tickets, WARM_EVENTS_PER_SECOND, options.warmUp());
        Costs costs = Costs.beginning("streams", program);
        try (crowd) {
            for (int streams : List.of(options.clients() * 5 / 19, options.clients())) {
                System.err.println("  " + streams + " streams");
                crowd.growTo(streams);
                costs.with(streams);
            }
            long missing = crowd.missing();
            var verdict = deliver(Set.of()).plus(deliver(ticketsOfSlowReaders()));
            crowd.close();
            System.out.println(costs.without() + "\n\n" + news + "\n");
            return verdict.plus(Verdict.of(OptionalDouble.empty(), missing, 0));
        }
    }

    private Set<String> ticketsOfSlowReaders() throws IOException {
        return crowd.slow().stream().map(tickets::get).collect(Collectors.toSet());
    }

    /** @param silent tickets whose news nobody waits for; there is some all the same */
    private Verdict deliver(Set<String> silent) throws IOException, InterruptedException {
        String readers = silent.isEmpty() ? "all" : "all but " + silent.size();
        System.err.println("  " + EVENTS_PER_SECOND + " events/s, read by " + readers);
        var sent = replies.send(tickets, EVENTS_PER_SECOND, options.measured());
        var arrivals = crowd.arrivals(sent.except(silent), 1);
        news.row(
                readers,
                sent.replies().size(),
                arrivals.latencies().shown(50),
                arrivals.latencies().shown(99),
                arrivals.lost(),
                arrivals.doubled(),
                crowd.ended(),
                sent.refused().isEmpty() ? "none" : sent.refused());
        return Verdict.of(OptionalDouble.empty(), arrivals.lost(), arrivals.doubled());
    }
}
