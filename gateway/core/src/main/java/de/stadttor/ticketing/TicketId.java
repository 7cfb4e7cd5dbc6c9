package de.stadttor.ticketing;

import de.stadttor.events.StreamId;
import java.util.UUID;

/** A ticket's identity in APIs; gives no access by itself. */
public record TicketId(UUID value) {

    public static TicketId of(String text) {
        return new TicketId(UUID.fromString(text));
    }

    /** The stream of the ticket's events. */
    public StreamId stream() {
        return new StreamId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
