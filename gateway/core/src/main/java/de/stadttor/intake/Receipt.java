package de.stadttor.intake;

import de.stadttor.guests.AccessToken;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What whoever handed something in gets back, in every repeat the same.
 *
 * @param access the token of the anonymous case's link; null when the citizen is known, the form demands a login, or
 *     the receipt is repeated more than a day later
 * @param repeated true when the ticket was there before
 * @param made what the message made: its ticket, or a message in one
 */
public record Receipt(
        TicketId ticket,
        TicketNumber number,
        @Nullable AccessToken access,
        Instant receivedAt,
        boolean repeated,
        UUID made) {

    /** Of a message that made its ticket, or of which nobody asks what it made. */
    public Receipt(
            TicketId ticket, TicketNumber number, @Nullable AccessToken access, Instant receivedAt, boolean repeated) {
        this(ticket, number, access, receivedAt, repeated, ticket.value());
    }
}
