package de.stadttor.events;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The log. */
public interface EventLog {

    /**
     * Appends facts in their order, their feed entries and their pending reactions. The first fact starts its stream.
     * Joins the running transaction, which must have appended nothing before (lock order: streams, then citizens, each
     * by id).
     *
     * @return the events with their places, in the order of the facts
     */
    Mono<List<Event>> append(List<Fact> facts);

    /** The same for one. */
    default Mono<Event> append(Fact fact) {
        return append(List.of(fact)).map(List::getFirst);
    }

    /** Events of one stream after {@code seq}, oldest first, at most {@code limit}. */
    Flux<Event> read(StreamId stream, long afterSeq, int limit);
}
