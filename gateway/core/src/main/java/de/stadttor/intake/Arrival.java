package de.stadttor.intake;

import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import java.time.Instant;
import java.util.Objects;

/**
 * A message at the door, with what its ticket will be if it is new.
 *
 * @param ticket names what the message makes: its ticket, or the message itself where there is a ticket for it
 * @param now when it came to the door
 */
record Arrival(InboundMessage message, TicketId ticket, TicketNumber number, Instant now) {

    /** When it was written, as far as that matters: what is imported has a date of its own. */
    Instant at() {
        return Objects.requireNonNullElse(message.circumstances().date(), now);
    }

    Arrival related(TicketId other) {
        return new Arrival(message.related(other), ticket, number, now);
    }
}
