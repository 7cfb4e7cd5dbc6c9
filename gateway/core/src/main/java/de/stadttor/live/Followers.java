package de.stadttor.live;

import de.stadttor.people.CitizenId;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Who on this node follows which feed. Carries wake-ups only; a lost one costs time, never an event. */
public final class Followers {

    private final ConcurrentHashMap<CitizenId, Set<FluxSink<Wake>>> sinks = new ConcurrentHashMap<>();

    /** Wakes up once at the start and then whenever the feed grew; wakes that come too fast are one. */
    Flux<Wake> wakes(CitizenId citizen) {
        return Flux.create(sink -> add(citizen, sink), FluxSink.OverflowStrategy.LATEST);
    }

    public void wake(Collection<CitizenId> citizens) {
        citizens.forEach(citizen -> {
            Set<FluxSink<Wake>> followers = sinks.getOrDefault(citizen, Set.of());
            Wake wake = Wake.of(followers.size());
            followers.forEach(follower -> follower.next(wake));
        });
    }

    /** Everybody who is followed here right now. */
    public Set<CitizenId> followed() {
        return Set.copyOf(sinks.keySet());
    }

    private void add(CitizenId citizen, FluxSink<Wake> sink) {
        sinks.compute(citizen, (_, present) -> {
            Set<FluxSink<Wake>> followers = present == null ? new CopyOnWriteArraySet<>() : present;
            followers.add(sink);
            return followers;
        });
        sink.onDispose(() -> remove(citizen, sink));
        sink.next(Wake.of(1));
    }

    private void remove(CitizenId citizen, FluxSink<Wake> sink) {
        sinks.computeIfPresent(citizen, (_, followers) -> {
            followers.remove(sink);
            return followers.isEmpty() ? null : followers;
        });
    }
}
