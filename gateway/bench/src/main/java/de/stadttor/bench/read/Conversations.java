package de.stadttor.bench.read;

import de.stadttor.bench.machine.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tickets of one citizen, each with replies, made as everybody makes them: through the program's APIs. */
final class Conversations {

    private static final int REPLIES = 3;
    private static final int AT_ONCE = 8;

    private final Api formServer;
    private final Api desk;

    Conversations(Api formServer, Api desk) {
        this.formServer = formServer;
        this.desk = desk;
    }

    /** Ids of the new tickets. */
    List<String> make(int number) throws InterruptedException, ExecutionException {
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String mark = "read-" + i;
            work.add(() -> make(mark));
        }
        List<String> tickets = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<String> ticket : threads.invokeAll(work)) {
                tickets.add(ticket.get());
            }
        }
        return tickets;
    }

    private String make(String mark) throws Exception {
        var identity = Map.of("scheme", "bayernid", "bpk2", "demo-citizen-high", "spHost", "localhost");
        var submission = Map.of(
                "form",
                "insektennest",
                "submissionId",
                mark,
                "citizen",
                Map.of("identity", identity),
                "fields",
                Map.of("ort", mark));
        String ticket = formServer
                .post("/api/intake/v1/submissions", submission)
                .path("ticketId")
                .asString();
        for (int i = 0; i < REPLIES; i++) {
            desk.post("/api/desk/v1/tickets/" + ticket + "/replies", Map.of("text", "Wir kommen morgen. ".repeat(10)));
        }
        return ticket;
    }
}
