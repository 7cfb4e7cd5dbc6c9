package de.stadttor.outbox;

import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Knows whether people were talking with each other: then they need no mail about it. */
@FunctionalInterface
public interface LiveConversations {

    /** Whether a ticket was talked about at that moment. */
    Mono<Boolean> underway(TicketId ticket, Instant at);
}
