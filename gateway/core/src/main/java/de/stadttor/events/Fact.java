package de.stadttor.events;

import de.stadttor.people.CitizenId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An event about to be appended, with everything that must be written in the same transaction.
 *
 * @param audience the citizens who may see it; each gets it in a feed without gaps
 * @param consumers who must react to it
 */
public record Fact(
        StreamId stream, String kind, Map<String, String> body, List<CitizenId> audience, Set<String> consumers) {

    public Fact {
        body = Map.copyOf(body);
        audience = List.copyOf(audience);
        consumers = Set.copyOf(consumers);
    }
}
