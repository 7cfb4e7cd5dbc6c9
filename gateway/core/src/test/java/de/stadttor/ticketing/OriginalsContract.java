package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.files.Content;
import de.stadttor.people.CitizenId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

public interface OriginalsContract {

    byte[] BYTES = {0, 13, 10, (byte) 0xe4, (byte) 0xff, '\'', '\\', '"', 26};

    Ports ports();

    @Test
    default void givesAnOriginalBackByteForByte() {
        var message = add(inline("one@example.org"));
        var raw = ports().originals().find(message).block().raw();
        assertThat(raw.size()).isEqualTo(BYTES.length);
        assertThat(bytes(raw)).isEqualTo(BYTES);
        assertThat(bytes(raw)).as("read again").isEqualTo(BYTES);
    }

    @Test
    default void givesBackWhereTheBytesOfALargeOneLie() {
        var stored = new Original.Raw.Stored(new Content("0e".repeat(32), 30L << 20, "message/rfc822"));
        var message = add(new Original(stored, null, Original.Sender.UNCHECKED));
        assertThat(ports().originals().find(message).block())
                .isEqualTo(new Original(stored, null, Original.Sender.UNCHECKED));
    }

    @Test
    default void tellsTheSizeAndWhetherTheSenderIsGenuine() {
        var sender = new Original.Sender("pass", "pass", "pass", "example.org");
        var message = add(new Original(new Original.Raw.Inline(ByteBuffer.wrap(BYTES)), "x@y", sender));
        var without = new MessageId(ports().ids().next());
        assertThat(ports().originals().summaries(List.of(message, without)).block())
                .containsOnlyKeys(message)
                .containsEntry(message, new Originals.Summary((long) BYTES.length, sender));
        assertThat(ports().originals().summaries(List.of()).block()).isEmpty();
    }

    @Test
    default void listsTheMessageIdsOfATicketOldestFirst() {
        var ticket = stored();
        add(ticket, inline("one@example.org"));
        add(ticket, new Original(null, null, Original.Sender.UNCHECKED));
        add(ticket, inline("two@example.org"));
        add(inline("elsewhere@example.org"));
        ports().originals()
                .messageIds(ticket)
                .as(StepVerifier::create)
                .expectNext("one@example.org", "two@example.org")
                .verifyComplete();
    }

    @Test
    default void letsGoOfBytesAfterAYearAndKeepsTheRest() {
        var old = add(inline("old@example.org"));
        ports().clock().advance(Duration.ofDays(300));
        var young = add(inline("young@example.org"));
        ports().originals().expire(ports().clock().instant()).block();
        assertThat(ports().originals().find(old).block().raw()).isNotNull();
        ports().clock().advance(Duration.ofDays(66));
        ports().originals().expire(ports().clock().instant()).block();
        assertThat(ports().originals().find(old).block())
                .isEqualTo(new Original(null, "old@example.org", Original.Sender.UNCHECKED));
        assertThat(ports().originals().find(young).block().raw()).isNotNull();
    }

    private TicketId stored() {
        return TestTickets.unknownTo(ports())
                .flatMap(ticket -> TestTickets.stored(
                        ports(), ticket, new CitizenId(ports().ids().next())))
                .block()
                .id();
    }

    private MessageId add(Original original) {
        return add(stored(), original);
    }

    private MessageId add(TicketId ticket, Original original) {
        var message = new MessageId(ports().ids().next());
        var entry =
                new Originals.Entry(message, ticket, original, ports().clock().instant());
        ports().unitOfWork()
                .commit(() -> ports().originals().add(List.of(entry)))
                .block();
        return message;
    }

    private static Original inline(String messageId) {
        return new Original(new Original.Raw.Inline(ByteBuffer.wrap(BYTES)), messageId, Original.Sender.UNCHECKED);
    }

    private static byte[] bytes(Original.Raw raw) {
        var buffer = ((Original.Raw.Inline) raw).bytes();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
