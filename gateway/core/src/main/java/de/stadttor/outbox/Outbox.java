package de.stadttor.outbox;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits to leave. */
public interface Outbox {

    /** Joins the running transaction. Putting the same item (cause, kind, recipient) again changes nothing. */
    Mono<Void> put(List<OutboxItem> items);

    /** The same for one. */
    default Mono<Void> put(OutboxItem item) {
        return put(List.of(item));
    }

    /** The newest items, newest first. */
    Flux<OutboxItem> newest(int limit);
}
