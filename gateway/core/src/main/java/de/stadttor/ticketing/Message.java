package de.stadttor.ticketing;

import de.stadttor.files.StoredFile;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Representation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of the conversation.
 *
 * @param author reference of who wrote it; citizens are never shown a caseworker's
 * @param onBehalf whom a citizen wrote it for; null for oneself, and for what the desk wrote
 * @param requiredLevel what reading it takes beyond its ticket's level; null when that is enough
 */
public record Message(
        MessageId id,
        TicketId ticket,
        Direction direction,
        Channel channel,
        String author,
        @Nullable Representation onBehalf,
        String text,
        @Nullable AssuranceLevel requiredLevel,
        List<StoredFile> files,
        Instant createdAt) {

    public static final int TEXT_LIMIT = 100_000;

    public Message {
        files = List.copyOf(files);
    }

    public Message withFiles(List<StoredFile> attached) {
        return new Message(id, ticket, direction, channel, author, onBehalf, text, requiredLevel, attached, createdAt);
    }

    /** What reading it takes in all. */
    public AssuranceLevel levelWithin(Ticket of) {
        return requiredLevel == null ? of.requiredLevel() : of.requiredLevel().atLeast(requiredLevel);
    }
}
