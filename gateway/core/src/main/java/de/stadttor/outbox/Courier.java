package de.stadttor.outbox;

import reactor.core.publisher.Mono;

/** Carries items out of the house. */
public interface Courier {

    /** False while trying would be pointless, such as behind an open circuit breaker: then nothing is claimed. */
    boolean ready();

    /**
     * Tries to deliver once. It may come twice for one item, when this process died in between.
     *
     * @return what became of it; an error stands for a defect, after which it is tried again
     */
    Mono<Attempt> carry(DeliveryClaim claim);
}
