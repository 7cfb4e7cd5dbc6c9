package de.stadttor.web.limits;

import de.stadttor.web.limits.Visitors.Visitor;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many connections one address holds at the same time. */
public final class Connections {

    private final int most;
    private final ConcurrentHashMap<String, Integer> held = new ConcurrentHashMap<>();

    /** @param most of one address */
    public Connections(int most) {
        this.most = most;
    }

    /** Counts a connection while it is subscribed; {@code refused} instead when there are too many. */
    public <T> Flux<T> counted(Visitor visitor, Flux<T> connection, Flux<T> refused) {
        return Flux.usingWhen(
                Mono.fromSupplier(() -> enter(visitor.name())),
                entered -> entered <= most ? connection : refused,
                _ -> Mono.fromRunnable(() -> leave(visitor.name())));
    }

    private int enter(String source) {
        return held.merge(source, 1, Integer::sum);
    }

    private void leave(String source) {
        held.computeIfPresent(source, (_, count) -> count == 1 ? null : count - 1);
    }
}
