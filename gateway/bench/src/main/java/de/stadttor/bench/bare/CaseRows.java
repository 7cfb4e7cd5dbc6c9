package de.stadttor.bench.bare;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
        return rows(ids.generate(), ids.generate(), mark, text, now());
    }

    private List<Insertion> rows(UUID ticket, UUID guest, String mark, String text, LocalDateTime now) {
        return List.of(
                requestKey(ticket, 1, now),
                requestKey(ticket, 2, now),
                Insertion.into("citizen", "id", guest, "guest", true, "created_at", now),
                ticket(ticket, mark, now),
                Insertion.into("ticket_participant", "citizen", guest, "ticket", ticket),
                message(ticket, text, now),
                Insertion.into("event_stream", "id", ticket, "next_seq", 1L),
                event(ticket, now),
                Insertion.into("citizen_feed", "citizen", guest, "head", 1L),
                Insertion.into("citizen_event", "citizen", guest, "position", 1L, "stream", ticket, "seq", 1L),
                Insertion.into("reaction", "consumer", "notices", "stream", ticket, "seq", 1L, "due_at", now),
                acknowledgement(ticket, guest, now),
                accessLink(ticket, guest, now));
    }

    private static Insertion requestKey(UUID ticket, long which, LocalDateTime now) {
        byte[] id = ByteBuffer.allocate(32)
                .putLong(ticket.getLeastSignificantBits())
                .putLong(ticket.getMostSignificantBits())
                .putLong(which)
                .array();
        return Insertion.into("request_key", "id", id, "fingerprint", hash(ticket), "result", ticket, "at", now);
    }

    private Insertion ticket(UUID id, String mark, LocalDateTime now) {
        return Insertion.into(
                "ticket",
                "id",
                id,
                "number",
                writer + "-" + numbers.incrementAndGet(),
                "subject",
                "Insektennest: " + mark,
                "queue",
                "umwelt",
                "state",
                "new",
                "priority",
                "normal",
                "required_level",
                "basic",
                "channel",
                "form",
                "form",
                "insektennest",
                "form_version",
                1,
                "language",
                "de",
                "given_level",
                "basic",
                "fields",
                "{\"ort\":\"" + mark + "\"}",
                "anonymous",
                true,
                "custom_fields",
                "{}",
                "needs_attention",
                false,
                "created_at",
                now,
                "updated_at",
                now,
                "version",
                1L,
                "search",
                "Insektennest: " + mark);
    }

    private Insertion message(UUID ticket, String text, LocalDateTime now) {
        return Insertion.into(
                "message",
                "id",
                ids.generate(),
                "ticket",
                ticket,
                "direction",
                "fromCitizen",
                "channel",
                "form",
                "author",
                "citizen",
                "text",
                text,
                "created_at",
                now);
    }

    private static Insertion event(UUID ticket, LocalDateTime now) {
        String body = "{\"channel\":\"form\",\"queue\":\"umwelt\"}";
        return Insertion.into("event", "stream", ticket, "seq", 1L, "kind", "ticket-opened", "body", body, "at", now);
    }

    private Insertion acknowledgement(UUID ticket, UUID guest, LocalDateTime now) {
        return Insertion.into(
                "outbox",
                "id",
                ids.generate(),
                "kind",
                "acknowledgement",
                "recipient_kind",
                "citizen",
                "recipient",
                guest.toString(),
                "ticket",
                ticket,
                "cause",
                1L,
                "at",
                now);
    }

    private static Insertion accessLink(UUID ticket, UUID guest, LocalDateTime now) {
        return Insertion.into(
                "access_link",
                "token_hash",
                hash(ticket),
                "ticket",
                ticket,
                "guest",
                guest,
                "expires_at",
                now.plusDays(LINK_DAYS),
                "revoked",
                false);
    }

    /** As long as a hash, and as much spread over the index as one. */
    private static String hash(UUID ticket) {
        return String.format("%016x", Long.reverse(ticket.getLeastSignificantBits())) + HASH;
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
