package de.stadttor.bench.bare;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** The rows that each message of one chat writes or changes in the program's tables. */
final class ChatRows {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final UUID ticket = IDS.generate();
    private final UUID guest = IDS.generate();
    private long written = 1;

    /** Those of the first message, which makes the ticket. */
    List<Insertion> first(CaseRows cases, String text) {
        return cases.of(ticket, guest, ticket.toString(), text);
    }

    /** New rows of one further message; its place in the chat is {@link #written} then. */
    List<Insertion> further(String text) {
        written++;
        LocalDateTime now = CaseRows.now();
        UUID message = IDS.generate();
        return List.of(
                CaseRows.requestKey(message, 1, now),
                message(message, text, now),
                event(message, now),
                Insertion.into("citizen_event")
                        .with("citizen", guest)
                        .with("position", written)
                        .with("stream", ticket)
                        .with("seq", written),
                Insertion.into("reaction")
                        .with("consumer", "notices")
                        .with("stream", ticket)
                        .with("seq", written)
                        .with("due_at", now));
    }

    UUID ticket() {
        return ticket;
    }

    UUID guest() {
        return guest;
    }

    /** Messages so far. */
    long written() {
        return written;
    }

    private Insertion message(UUID id, String text, LocalDateTime now) {
        return Insertion.into("message")
                .with("id", id)
                .with("ticket", ticket)
                .with("direction", "fromCitizen")
                .with("channel", "chat")
                .with("author", guest.toString())
                .with("text", text)
                .with("created_at", now);
    }

    private Insertion event(UUID message, LocalDateTime now) {
        return Insertion.into("event")
                .with("stream", ticket)
                .with("seq", written)
                .with("kind", "message-added")
                .with("body", "{\"message\":\"" + message + "\"}")
                .with("at", now);
    }
}
