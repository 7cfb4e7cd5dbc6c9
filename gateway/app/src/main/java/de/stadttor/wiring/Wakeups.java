package de.stadttor.wiring;

import de.stadttor.events.CommitListener;
import de.stadttor.live.Followers;
import de.stadttor.people.CitizenId;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Carries the news of a commit to whoever follows or reacts in this process. */
@Component
final class Wakeups implements CommitListener {

    private final Followers followers;
    private final ConcurrentHashMap<String, Set<FluxSink<String>>> workers = new ConcurrentHashMap<>();

    Wakeups(Followers followers) {
        this.followers = followers;
    }

    @Override
    public void committed(Collection<CitizenId> feeds, Set<String> consumers) {
        followers.wake(feeds);
        consumers.forEach(
                consumer -> workers.getOrDefault(consumer, Set.of()).forEach(worker -> worker.next(consumer)));
    }

    /** A signal whenever there is something for a consumer; signals that come too fast are one. */
    Flux<String> of(String consumer) {
        return Flux.create(
                sink -> {
                    Set<FluxSink<String>> sinks = workers.computeIfAbsent(consumer, _ -> new CopyOnWriteArraySet<>());
                    sinks.add(sink);
                    sink.onDispose(() -> sinks.remove(sink));
                },
                FluxSink.OverflowStrategy.LATEST);
    }
}
