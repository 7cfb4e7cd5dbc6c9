package de.stadttor.bench.live;

import de.stadttor.bench.machine.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Citizens with a ticket each, handed in by the form server. It also warms the program up.
 *
 * @param tickets ids, in the order of the citizens
 */
record Population(List<String> tickets) {

    private static final int AT_ONCE = 16;

    Population {
        tickets = List.copyOf(tickets);
    }

    static Population of(int number, Api formServer) throws InterruptedException, ExecutionException {
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String citizen = name(i);
            work.add(() -> ticket(citizen, formServer));
        }
        List<String> tickets = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<String> ticket : threads.invokeAll(work)) {
                tickets.add(ticket.get());
            }
        }
        return new Population(tickets);
    }

    /** The pseudonym of a citizen, from 0. */
    static String name(int citizen) {
        return "bench-" + citizen;
    }

    private static String ticket(String citizen, Api formServer) throws Exception {
        var identity = Map.of("scheme", "bayernid", "bpk2", citizen, "spHost", "localhost");
        var submission = Map.of(
                "form",
                "insektennest",
                "submissionId",
                citizen,
                "citizen",
                Map.of("identity", identity),
                "fields",
                Map.of("ort", citizen));
        return formServer
                .post("/api/intake/v1/submissions", submission)
                .path("ticketId")
                .asString();
    }
}
