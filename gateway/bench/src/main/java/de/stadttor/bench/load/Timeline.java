package de.stadttor.bench.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import de.stadttor.bench.load.Plan.Phase;
import de.stadttor.bench.machine.Rest;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpDsl;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The phases of a plan one after the other: as many virtual users as there are connections, each with a connection of
 * its own that is kept, each sending the next request when the last one is answered.
 */
final class Timeline {

    private static final String SENT = "sent";

    private final Recorder recorder;
    private final Consumer<Phase> before;
    private final Function<Phase, ChainBuilder> turn;
    private final List<PopulationBuilder> steps = new ArrayList<>();

    /**
     * @param before a phase, when its target is at rest
     * @param turn what a user does again and again
     */
    Timeline(Recorder recorder, Consumer<Phase> before, Function<Phase, ChainBuilder> turn) {
        this.recorder = recorder;
        this.before = before;
        this.turn = turn;
    }

    /** All phases as one population, which starts the next when it is through. */
    PopulationBuilder of(Plan plan) {
        plan.phases().forEach(this::add);
        return steps.reversed().stream()
                .reduce((later, earlier) -> earlier.andThen(later))
                .orElseThrow();
    }

    /** One timed request; {@code answered} gets the session when it was answered as it should. */
    static ChainBuilder timed(
            Recorder recorder, Phase phase, HttpRequestActionBuilder request, Consumer<Session> answered) {
        return exec(session -> session.set(SENT, System.nanoTime()))
                .exec(request)
                .exec(session -> {
                    long received = System.nanoTime();
                    if (session.isFailed()) {
                        recorder.failed(phase);
                        return session.markAsSucceeded();
                    }
                    recorder.answered(phase, session.getLong(SENT), received);
                    answered.accept(session);
                    return session;
                });
    }

    /** What an earlier step put into the session. */
    static String text(Session session, String key) {
        return Objects.requireNonNull(session.getString(key), key);
    }

    private void add(Phase phase) {
        String name = (steps.size() + 1) + " " + phase.target().name() + ", " + phase.connections() + " connections";
        steps.add(once(name + ", before", () -> begin(phase, name)));
        steps.add(scenario(name)
                .during(phase.duration(), "turn", false)
                .on(turn.apply(phase))
                .injectOpen(atOnceUsers(phase.connections()))
                .protocols(http(phase.target())));
        steps.add(once(name + ", after", () -> end(phase)));
    }

    private static PopulationBuilder once(String name, Runnable step) {
        return scenario(name)
                .exec(session -> {
                    step.run();
                    return session;
                })
                .injectOpen(atOnceUsers(1));
    }

    private void begin(Phase phase, String name) {
        System.err.println("  " + name + (phase.counted() ? "" : " (warm-up)"));
        rest(phase.target());
        before.accept(phase);
        recorder.begin(phase);
    }

    private void end(Phase phase) {
        recorder.loaded(phase);
        rest(phase.target());
        recorder.rested(phase);
    }

    /** The bare endpoint reacts to nothing. */
    private static void rest(Target target) {
        if (target.isProgram()) {
            Rest.of(target.tables());
        }
    }

    private static HttpProtocolBuilder http(Target target) {
        var protocol = HttpDsl.http.baseUrl(target.url()).disableWarmUp().disableCaching();
        return target.token().isEmpty() ? protocol : protocol.authorizationHeader("Bearer " + target.token());
    }
}
