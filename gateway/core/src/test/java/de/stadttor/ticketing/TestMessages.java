package de.stadttor.ticketing;

import de.stadttor.files.StoredFile;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Representation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages by what matters of them. */
public final class TestMessages {

    private TestMessages() {}

    public static Message fromCitizen(UUID id, TicketId ticket, StoredFile... files) {
        return message(id, ticket, Direction.FROM_CITIZEN, "Wann kommt jemand?", null)
                .withFiles(List.of(files));
    }

    public static Message toCitizen(UUID id, TicketId ticket) {
        return message(id, ticket, Direction.TO_CITIZEN, "Wir kommen am Montag.", null);
    }

    public static Message toCitizenDemanding(UUID id, TicketId ticket, AssuranceLevel level) {
        return message(id, ticket, Direction.TO_CITIZEN, "Ihr Bescheid liegt bei.", level);
    }

    public static Message note(UUID id, TicketId ticket) {
        return message(id, ticket, Direction.INTERNAL, "Ruft oft an.", null);
    }

    public static Message onBehalf(UUID id, TicketId ticket, Representation representation) {
        Message own = fromCitizen(id, ticket);
        return new Message(
                own.id(),
                ticket,
                own.direction(),
                own.channel(),
                representation.principal().id().toString(),
                representation,
                own.text(),
                null,
                List.of(),
                own.createdAt());
    }

    public static Message saying(UUID id, TicketId ticket, String text) {
        return message(id, ticket, Direction.FROM_CITIZEN, text, null);
    }

    private static Message message(
            UUID id, TicketId ticket, Direction direction, String text, @Nullable AssuranceLevel level) {
        return new Message(
                new MessageId(id),
                ticket,
                direction,
                direction == Direction.FROM_CITIZEN ? Channel.PORTAL : Channel.DESK,
                "somebody",
                null,
                text,
                level,
                List.of(),
                Instant.parse("2026-11-03T09:00:00.123456Z"));
    }
}
