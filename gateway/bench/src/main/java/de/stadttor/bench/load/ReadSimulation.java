package de.stadttor.bench.load;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import de.stadttor.bench.load.Plan.Phase;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A citizen opens a ticket and then its messages, one ticket after the other. */
public final class ReadSimulation extends Simulation {

    private static final String TICKET = "ticket";

    private final Recorder recorder = new Recorder();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<String> tickets;

    /** Gatling makes it. */
    public ReadSimulation() {
        Plan plan = LoadProcess.plan();
        tickets = plan.subjects();
        setUp(new Timeline(recorder, ReadSimulation::forgetOpenings, this::open).of(plan));
    }

    @Override
    public void after() {
        LoadProcess.report(new Outcome(recorder.points(), List.of()));
    }

    private ChainBuilder open(Phase phase) {
        String base = phase.target().isProgram() ? "/api/citizen/v1/tickets/" : "/tickets/";
        var detail = http("ticket").get(base + "#{ticket}").check(status().is(200));
        var messages = http("messages").get(base + "#{ticket}/messages").check(status().is(200));
        return exec(session -> session.set(TICKET, next()))
                .exec(Timeline.timed(recorder, phase, detail, _ -> {}))
                .exec(Timeline.timed(recorder, phase, messages, _ -> {}));
    }

    private String next() {
        return tickets.get(Math.floorMod(turn.getAndIncrement(), tickets.size()));
    }

    /** So that each turn begins with first openings, which leave evidence, and goes on with repeated ones. */
    private static void forgetOpenings(Phase phase) {
        try (Connection connection = phase.target().tables().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM message_opening");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the tables cannot be written", e);
        }
    }
}
