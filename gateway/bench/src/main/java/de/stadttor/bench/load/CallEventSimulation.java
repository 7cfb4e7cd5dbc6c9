package de.stadttor.bench.load;

import io.gatling.javaapi.core.Simulation;
import java.util.List;

/** Calls of three events each, which come over several connections and so in any order; the last one makes a ticket. */
public final class CallEventSimulation extends Simulation {

    private static final List<String> EVENTS = List.of(
            "{\"event\":\"ringing\",\"at\":\"2026-11-22T09:00:00Z\",\"direction\":\"inbound\",\"from\":\"+498923300\"}",
            "{\"event\":\"answered\",\"at\":\"2026-11-22T09:00:12Z\",\"agent\":\"K. Muster\"}",
            "{\"event\":\"ended\",\"at\":\"2026-11-22T09:03:24Z\",\"cause\":\"normalClearing\"}");

    private final CallLoad load = new CallLoad(CallEventSimulation::event);

    /** Gatling makes it. */
    public CallEventSimulation() {
        setUp(load.population());
    }

    @Override
    public void after() {
        load.report();
    }

    private static CallLoad.Report event(long number) {
        String call = "bench-" + number / EVENTS.size();
        return new CallLoad.Report(
                call + "-" + number % EVENTS.size(), "/api/intake/v1/calls/" + call + "/events", EVENTS.get((int)
                        (number % EVENTS.size())));
    }
}
