package de.stadttor.bench.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import de.stadttor.bench.load.Outcome.Accepted;
import de.stadttor.bench.load.Plan.Phase;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Anonymous submissions of 1 KiB. */
public final class IntakeSimulation extends Simulation {

    private static final String MARK = "mark";
    private static final String ANSWER = "answer";
    private static final int SIZE = 1024;

    private final Recorder recorder = new Recorder();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicLong marks = new AtomicLong();

    /** Gatling makes it. */
    public IntakeSimulation() {
        setUp(new Timeline(recorder, _ -> {}, this::submit).of(LoadProcess.plan()));
    }

    @Override
    public void after() {
        LoadProcess.report(new Outcome(
                recorder.points(), answers.stream().map(Answer::accepted).toList()));
    }

    /** JSON of 1 KiB, in which the mark stands twice. */
    static String body(String mark) {
        String start = "{\"form\":\"insektennest\",\"submissionId\":\"%1$s\",\"fields\":{\"ort\":\"%1$s\"},\"text\":\""
                .formatted(mark);
        return start + "Nest ".repeat(SIZE).substring(0, SIZE - start.length() - 2) + "\"}";
    }

    private ChainBuilder submit(Phase phase) {
        boolean program = phase.target().isProgram();
        var request = http("submission")
                .post(program ? "/api/intake/v1/submissions" : "/submissions")
                .header("Idempotency-Key", "#{mark}")
                .header("Content-Type", "application/json")
                .body(StringBody(session -> body(Timeline.text(session, MARK))))
                .check(status().is(201), bodyString().saveAs(ANSWER));
        return exec(session -> session.set(MARK, "bench-" + marks.incrementAndGet()))
                .exec(Timeline.timed(recorder, phase, request, program ? this::keep : _ -> {}));
    }

    private void keep(Session session) {
        answers.add(new Answer(Timeline.text(session, MARK), Timeline.text(session, ANSWER)));
    }

    /** Read when the load is over. */
    private record Answer(String mark, String json) {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        Accepted accepted() {
            JsonNode receipt = JSON.readTree(json);
            return new Accepted(
                    mark,
                    receipt.path("ticketId").asString(),
                    receipt.path("number").asString());
        }
    }
}
