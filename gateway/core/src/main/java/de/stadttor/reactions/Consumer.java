package de.stadttor.reactions;

import de.stadttor.events.Event;
import reactor.core.publisher.Mono;

/** Reacts to what happened. */
public interface Consumer {

    /** Stable name; pending reactions are kept under it. */
    String name();

    /** Whether events of this kind concern it. */
    boolean wants(String kind);

    /**
     * Reacts by writing only: what it writes and that it is done are one transaction, so the effect happens once. What
     * must leave the house goes through the outbox.
     */
    Mono<Void> react(Event event);
}
