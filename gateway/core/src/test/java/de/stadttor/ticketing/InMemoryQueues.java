package de.stadttor.ticketing;

import static java.util.Comparator.comparing;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryQueues implements Queues {

    private final List<Queue> queues;

    public InMemoryQueues(Queue... queues) {
        this.queues = List.of(queues);
    }

    @Override
    public Mono<Queue> find(String key) {
        return all().filter(queue -> queue.key().equals(key)).next();
    }

    @Override
    public Flux<Queue> all() {
        return Flux.fromIterable(queues).sort(comparing(Queue::key));
    }
}
