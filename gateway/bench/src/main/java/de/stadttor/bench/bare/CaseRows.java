package de.stadttor.bench.bare;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The rows that one anonymous submission leaves in the program's tables when it is answered. */
public final class CaseRows {

    private static final int LINK_DAYS = 90;
    private static final String HASH = "0123456789abcdef".repeat(3);

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final AtomicInteger numbers = new AtomicInteger();
    private final String writer;

    /** @param writer beginning of its numbers, at most 8 characters; two that share a database need two */
    public CaseRows(String writer) {
        this.writer = writer;
    }

    /**
     * @param mark of the submission, not yet used
     * @param text of the first message
     */
    public List<Insertion> of(String mark, String text) {
        return of(ids.generate(), ids.generate(), mark, text);
    }

    /** The same, of a ticket and a guest whose ids are known. */
    List<Insertion> of(UUID ticket, UUID guest, String mark, String text) {
        return rows(ticket, guest, mark, text, now());
    }

    private List<Insertion> rows(UUID ticket, UUID guest, String mark, String text, LocalDateTime now) {
        return List.of(
                requestKey(ticket, 1, now),
                requestKey(ticket, 2, now),
                Insertion.into("citizen").with("id", guest).with("guest", true).with("created_at", now),
                ticket(ticket, mark, now),
                Insertion.into("ticket_participant").with("citizen", guest).with("ticket", ticket),
                message(ticket, text, now),
                Insertion.into("event_stream").with("id", ticket).with("next_seq", 1L),
                event(ticket, now),
                Insertion.into("citizen_feed").with("citizen", guest).with("head", 1L),
                Insertion.into("citizen_event")
                        .with("citizen", guest)
                        .with("position", 1L)
                        .with("stream", ticket)
                        .with("seq", 1L),
                Insertion.into("reaction")
                        .with("consumer", "notices")
                        .with("stream", ticket)
                        .with("seq", 1L)
                        .with("due_at", now),
                acknowledgement(ticket, guest, now),
                accessLink(ticket, guest, now));
    }

    /** Far from each other in the index, as hashes are. */
    static Insertion requestKey(UUID ticket, int which, LocalDateTime now) {
        byte[] id = ByteBuffer.allocate(32)
                .putLong(Long.rotateLeft(ticket.getLeastSignificantBits(), 17 * which))
                .putLong(ticket.getMostSignificantBits())
                .putLong(which)
                .array();
        return Insertion.into("request_key")
                .with("id", id)
                .with("fingerprint", hash(ticket))
                .with("result", ticket)
                .with("at", now);
    }

    private Insertion ticket(UUID id, String mark, LocalDateTime now) {
        return Insertion.into("ticket")
                .with("id", id)
                .with("number", writer + "-" + numbers.incrementAndGet())
                .with("subject", "Insektennest: " + mark)
                .with("queue", "umwelt")
                .with("state", "new")
                .with("priority", "normal")
                .with("required_level", "basic")
                .with("channel", "form")
                .with("form", "insektennest")
                .with("form_version", 1)
                .with("language", "de")
                .with("given_level", "basic")
                .with("fields", "{\"ort\":\"" + mark + "\"}")
                .with("anonymous", true)
                .with("custom_fields", "{}")
                .with("needs_attention", false)
                .with("created_at", now)
                .with("updated_at", now)
                .with("version", 1L)
                .with("search", "Insektennest: " + mark);
    }

    private Insertion message(UUID ticket, String text, LocalDateTime now) {
        return Insertion.into("message")
                .with("id", ids.generate())
                .with("ticket", ticket)
                .with("direction", "fromCitizen")
                .with("channel", "form")
                .with("author", "citizen")
                .with("text", text)
                .with("created_at", now);
    }

    private static Insertion event(UUID ticket, LocalDateTime now) {
        String body = "{\"channel\":\"form\",\"queue\":\"umwelt\"}";
        return Insertion.into("event")
                .with("stream", ticket)
                .with("seq", 1L)
                .with("kind", "ticket-opened")
                .with("body", body)
                .with("at", now);
    }

    private Insertion acknowledgement(UUID ticket, UUID guest, LocalDateTime now) {
        return Insertion.into("outbox")
                .with("id", ids.generate())
                .with("kind", "acknowledgement")
                .with("recipient_kind", "citizen")
                .with("recipient", guest.toString())
                .with("ticket", ticket)
                .with("cause", 1L)
                .with("at", now);
    }

    private static Insertion accessLink(UUID ticket, UUID guest, LocalDateTime now) {
        return Insertion.into("access_link")
                .with("token_hash", hash(ticket))
                .with("ticket", ticket)
                .with("guest", guest)
                .with("expires_at", now.plusDays(LINK_DAYS))
                .with("revoked", false);
    }

    /** As long as a hash, and as much spread over the index as one. */
    private static String hash(UUID ticket) {
        return HexFormat.of().toHexDigits(Long.reverse(ticket.getLeastSignificantBits())) + HASH;
    }

    static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
