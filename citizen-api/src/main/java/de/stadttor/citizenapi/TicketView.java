package de.stadttor.citizenapi;

import de.stadttor.people.Citizen;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Ticket;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as one citizen may see it.
 *
 * @param subject null when it is withheld
 * @param withheld true when the login is too weak for more than the announcement
 */
record TicketView(
        UUID id,
        String number,
        @Nullable String subject,
        PublicStates.View publicState,
        String requiredLevel,
        boolean withheld,
        Instant createdAt,
        Instant updatedAt) {

    static TicketView of(Ticket ticket, Citizen citizen, PublicStates.View state) {
        boolean withheld = !Access.shows(citizen, ticket.requiredLevel());
        return new TicketView(
                ticket.id().value(),
                ticket.number().toString(),
                withheld ? null : ticket.subject(),
                state,
                ticket.requiredLevel().code(),
                withheld,
                ticket.createdAt(),
                ticket.updatedAt());
    }
}
