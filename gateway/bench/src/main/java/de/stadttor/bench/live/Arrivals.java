package de.stadttor.bench.live;

import de.stadttor.bench.report.Latencies;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was sent against what came.
 *
 * @param latencies in milliseconds, from the sending of the caseworker's request to the arrival at the citizen
 * @param lost deliveries that should have come and did not
 * @param doubled deliveries of a message to a stream beyond the first
 */
record Arrivals(Latencies latencies, long lost, long doubled) {

    private static final double MICROS_PER_MILLI = 1e3;

    /**
     * @param sent times of the messages by their ids
     * @param came deliveries of any message
     * @param streams of each message's citizen
     */
    static Arrivals of(Map<String, Long> sent, List<Delivery> came, int streams) {
        List<Delivery> ours = came.stream()
                .filter(delivery -> sent.containsKey(delivery.message()))
                .toList();
        Set<String> distinct = new HashSet<>();
        ours.forEach(delivery -> distinct.add(delivery.client() + " " + delivery.message()));
        return new Arrivals(
                Latencies.of(ours.stream()
                        .map(delivery ->
                                (delivery.micros() - sent.getOrDefault(delivery.message(), 0L)) / MICROS_PER_MILLI)
                        .toList()),
                (long) sent.size() * streams - distinct.size(),
                (long) ours.size() - distinct.size());
    }
}
