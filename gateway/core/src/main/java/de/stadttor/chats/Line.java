package de.stadttor.chats;

import de.stadttor.ticketing.Message;
import java.time.Instant;

/**
 * Something that was said.
 *
 * @param position place in the order of the chat
 * @param withheld true when seeing it takes a stronger login than this one
 */
public record Line(long position, Message message, boolean withheld) {

    public Instant at() {
        return message.createdAt();
    }
}
