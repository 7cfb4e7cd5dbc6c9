package de.stadttor.outbox;

import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that has to leave. Holds references only; what it says is rendered when it goes.
 *
 * @param ticket whose stream tells of its cause; what is about an appointment has that one's id here
 * @param cause place in that stream of what it tells about; with kind and recipient it makes the item unique
 */
public record OutboxItem(UUID id, Kind kind, Recipient recipient, TicketId ticket, long cause, Instant at) {

    public enum Kind {
        /** Tells a citizen that the concern has arrived, under which number. */
        ACKNOWLEDGEMENT,
        /** Tells, without content, that there is something new. */
        NOTICE,
        /** Tells the registered address of an anonymous case that somebody claimed it, and how to object. */
        CLAIM,
        /** What was said in a chat, for the citizen who asked for it. */
        TRANSCRIPT,
        /** Tells a caseworker that their mailed reply became a note for colleagues, and why. */
        REPLY_NOTED,
        /** Tells whoever answered a team's mail without the right to that nothing was published. */
        REPLY_REFUSED,
        /** Asks whoever booked an appointment to confirm it. */
        ACTIVATION,
        /** Tells that an appointment is fixed, or was moved. */
        CONFIRMATION,
        /** Tells that an appointment is no more. */
        CANCELLED
    }

    /** To whom. */
    public sealed interface Recipient {

        record OfCitizen(String citizen) implements Recipient {}

        record OfQueue(String queue) implements Recipient {}

        /** Somebody who wrote to us by mail, and whom we know by that only. */
        record OfAddress(String address) implements Recipient {}
    }
}
