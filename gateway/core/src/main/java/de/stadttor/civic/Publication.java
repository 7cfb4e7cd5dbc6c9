package de.stadttor.civic;

import de.stadttor.files.FileId;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caseworker released of a request, in words of their own: never what the citizen wrote by itself.
 *
 * @param photo a picture of the conversation that everybody may see; null for none
 * @param by reference of the caseworker
 */
public record Publication(
        TicketId ticket, String description, @Nullable Photo photo, String by, Instant at) {

    /** A file, and the message that it came with. */
    public record Photo(MessageId message, FileId file) {}
}
