package de.stadttor.outbox;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits to leave. */
public interface Outbox {

    /** Joins the running transaction. Putting the same item (cause, kind, recipient) again changes nothing. */
    Mono<Void> put(OutboxItem item);

    /** The newest items, newest first. */
    Flux<OutboxItem> newest(int limit);
}
