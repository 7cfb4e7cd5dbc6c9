package de.stadttor.chats;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Rings on this node for whoever listens right now. Of what rings faster than somebody listens, only the last counts,
 * so it carries nothing that may not be lost.
 */
final class Bell<K, V> {

    private final ConcurrentHashMap<K, Set<FluxSink<V>>> listeners = new ConcurrentHashMap<>();

    /** Whatever rings under one of these names from now on. */
    Flux<V> heard(Collection<K> names) {
        return Flux.create(sink -> listen(names, sink), FluxSink.OverflowStrategy.LATEST);
    }

    void ring(K name, V value) {
        listeners.getOrDefault(name, Set.of()).forEach(sink -> sink.next(value));
    }

    private void listen(Collection<K> names, FluxSink<V> sink) {
        names.forEach(name -> listeners.compute(name, (_, present) -> {
            Set<FluxSink<V>> all = present == null ? new CopyOnWriteArraySet<>() : present;
            all.add(sink);
            return all;
        }));
        sink.onDispose(() -> names.forEach(name -> leave(name, sink)));
    }

    private void leave(K name, FluxSink<V> sink) {
        listeners.computeIfPresent(name, (_, present) -> {
            present.remove(sink);
            return present.isEmpty() ? null : present;
        });
    }
}
