package de.stadttor.civic;

import de.stadttor.files.FileId;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a caseworker released of a request, in words of their own: never what the citizen wrote by itself.
 *
 * @param photo a picture of the conversation that everybody may see; null for none
 * @param by reference of the caseworker
 */
public record Publication(
        TicketId ticket, String description, @Nullable Photo photo, String by, Instant at) {

    /** Microseconds since 1970: no two releases of a ticket have the same, though one be withdrawn in between. */
    public long version() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** The first moment at which something else can be released in the place of that version. */
    static Instant after(long version) {
        return Instant.EPOCH.plus(version + 1, ChronoUnit.MICROS);
    }

    /** A file, and the message that it came with. */
    public record Photo(MessageId message, FileId file) {}
}
