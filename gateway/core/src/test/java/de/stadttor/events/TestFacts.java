package de.stadttor.events;

import de.stadttor.Ports;
import de.stadttor.people.CitizenId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Facts by who is concerned, on streams and for citizens that nobody else uses. */
public final class TestFacts {

    private TestFacts() {}

    public static StreamId stream(Ports ports) {
        return new StreamId(ports.ids().next());
    }

    public static CitizenId citizen(Ports ports) {
        return new CitizenId(ports.ids().next());
    }

    /** Shown to nobody. */
    public static Fact on(StreamId stream) {
        return new Fact(stream, "message-added", Map.of("direction", "internal"), List.of(), Set.of());
    }

    public static Fact shownTo(StreamId stream, CitizenId... audience) {
        return new Fact(stream, "state-changed", Map.of("to", "open"), List.of(audience), Set.of());
    }

    public static Fact concerning(StreamId stream, String... consumers) {
        return new Fact(stream, "ticket-opened", Map.of("queue", "gartenbau"), List.of(), Set.of(consumers));
    }

    /** In a transaction of its own. */
    public static Mono<Event> append(Ports ports, Fact fact) {
        return ports.unitOfWork().commit(() -> ports.log().append(fact));
    }
}
