package de.stadttor.ticketing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages as they came. */
public interface Originals {

    /** Joins the running transaction; nothing is done without entries. */
    Mono<Void> add(List<Entry> entries);

    /** Empty when the message has none; without bytes when they are no longer kept. */
    Mono<Original> find(MessageId message);

    /** What is known of those that have one; bytes are not read. */
    Mono<Map<MessageId, Summary>> summaries(Collection<MessageId> messages);

    /** Message-IDs of a ticket's mails, oldest first, without brackets: what an answer refers to. */
    Flux<String> messageIds(TicketId ticket);

    /**
     * Lets go of the bytes that the rule of their queue keeps no longer; all else stays.
     *
     * @return how many
     */
    Mono<Long> expire(Instant now);

    /** @param at when it came */
    record Entry(MessageId message, TicketId ticket, Original original, Instant at) {}

    /**
     * What the desk shows of an original.
     *
     * @param size in bytes; null when they are no longer kept
     */
    record Summary(@Nullable Long size, Original.Sender sender) {}
}
