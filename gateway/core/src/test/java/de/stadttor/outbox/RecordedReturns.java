package de.stadttor.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deliveries that a test knows of, and what it heard of those that came back. */
public final class RecordedReturns implements Deliveries {

    public final List<Delivery> known = new ArrayList<>();
    public final List<String> returned = new ArrayList<>();

    @Override
    public Mono<Delivery> find(UUID id) {
        return Flux.fromIterable(known)
                .filter(delivery -> delivery.id().equals(id))
                .next();
    }

    @Override
    public Mono<Void> returned(UUID id, String status) {
        return Mono.fromRunnable(() -> returned.add(id + " " + status));
    }
}
