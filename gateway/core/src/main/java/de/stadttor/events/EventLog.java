package de.stadttor.events;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The log. */
public interface EventLog {

    /**
     * Appends a fact, its feed entries and its pending reactions. The first fact starts its stream. Joins the running
     * transaction, which must have changed nothing of another stream before (lock order: stream, then citizens by id).
     *
     * @return the event with its place
     */
    Mono<Event> append(Fact fact);

    /** Events of one stream after {@code seq}, oldest first, at most {@code limit}. */
    Flux<Event> read(StreamId stream, long afterSeq, int limit);
}
