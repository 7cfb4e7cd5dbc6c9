package de.stadttor.bench.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import de.stadttor.bench.load.Outcome.Accepted;
import de.stadttor.bench.load.Plan.Phase;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Reports of calls to the program, and submissions to the bare endpoint. */
final class CallLoad {

    private static final String PATH = "path";
    private static final String BODY = "body";
    private static final String MARK = "mark";

    private final Recorder recorder = new Recorder();
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final LongFunction<Report> reports;

    /** @param reports the next one, by its number */
    CallLoad(LongFunction<Report> reports) {
        this.reports = reports;
    }

    PopulationBuilder population() {
        return new Timeline(recorder, _ -> {}, this::turn).of(LoadProcess.plan());
    }

    void report() {
        LoadProcess.report(new Outcome(
                recorder.points(),
                accepted.stream().map(mark -> new Accepted(mark, "", "")).toList()));
    }

    private ChainBuilder turn(Phase phase) {
        boolean program = phase.target().isProgram();
        var request = http("report")
                .post(program ? "#{path}" : "/submissions")
                .header("Content-Type", "application/json")
                .body(StringBody(session -> Timeline.text(session, BODY)))
                .check(status().is(201));
        return exec(session -> {
                    Report next = reports.apply(numbers.getAndIncrement());
                    String body = program ? next.body() : IntakeSimulation.body(next.mark());
                    return session.set(MARK, next.mark()).set(PATH, next.path()).set(BODY, body);
                })
                .exec(Timeline.timed(
                        recorder,
                        phase,
                        request,
                        program ? session -> accepted.add(Timeline.text(session, MARK)) : _ -> {}));
    }

    /** @param mark its own */
    record Report(String mark, String path, String body) {}
}
