package de.stadttor.desk;

import de.stadttor.ticketing.Ticket;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket in the desk's list. */
record TicketItem(
        UUID id,
        String number,
        String subject,
        String state,
        String queue,
        String priority,
        @Nullable String assignee,
        String requiredLevel,
        String channel,
        boolean needsAttention,
        Instant createdAt,
        Instant updatedAt) {

    static TicketItem of(Ticket ticket) {
        return new TicketItem(
                ticket.id().value(),
                ticket.number().toString(),
                ticket.subject(),
                ticket.state().code(),
                ticket.queue(),
                ticket.priority().code(),
                ticket.assignee(),
                ticket.requiredLevel().code(),
                ticket.origin().channel().code(),
                ticket.needsAttention(),
                ticket.createdAt(),
                ticket.updatedAt());
    }
}
