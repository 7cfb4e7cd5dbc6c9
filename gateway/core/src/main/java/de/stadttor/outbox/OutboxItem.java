package de.stadttor.outbox;

import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that has to leave. Holds references only; what it says is rendered when it goes.
 *
 * @param cause place in the ticket's stream of what it tells about; with kind and recipient it makes the item unique
 */
public record OutboxItem(UUID id, Kind kind, Recipient recipient, TicketId ticket, long cause, Instant at) {

    public enum Kind {
        /** Tells a citizen that the concern has arrived, under which number. */
        ACKNOWLEDGEMENT,
        /** Tells, without content, that there is something new. */
        NOTICE,
        /** Tells the registered address of an anonymous case that somebody claimed it, and how to object. */
        CLAIM
    }

    /** To whom. */
    public sealed interface Recipient {

        record OfCitizen(String citizen) implements Recipient {}

        record OfQueue(String queue) implements Recipient {}
    }
}
