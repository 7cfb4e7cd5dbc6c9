package de.stadttor.intake;

import de.stadttor.guests.AccessToken;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What whoever handed something in gets back, in every repeat the same.
 *
 * @param access the token of the anonymous case's link; null when the citizen is known, the form demands a login, or
 *     the receipt is repeated more than a day later
 * @param repeated true when the ticket was there before
 */
public record Receipt(
        TicketId ticket, TicketNumber number, @Nullable AccessToken access, Instant receivedAt, boolean repeated) {}
