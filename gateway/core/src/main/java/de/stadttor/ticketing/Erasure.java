package de.stadttor.ticketing;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where tickets are erased. */
public interface Erasure {

    /**
     * Closed tickets that are kept no longer by the form they came with, longest closed first. One that proves a
     * mandate which is in force is none of them, nor is one that came without a form.
     */
    Flux<TicketId> due(Instant now, int limit);

    /**
     * Removes the ticket and all that hangs on it: messages, files, links, deliveries, calls and whoever wrote to it as
     * a guest. Its events stay, which hold ids and codes only. Joins the running transaction, which holds the ticket.
     */
    Mono<Void> erase(TicketId ticket);
}
