package de.stadttor.ticketing;

import java.util.UUID;

/** One message of a ticket. */
public record MessageId(UUID value) {

    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
