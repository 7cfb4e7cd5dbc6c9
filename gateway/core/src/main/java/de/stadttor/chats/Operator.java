package de.stadttor.chats;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A caseworker who chats.
 *
 * @param subject the identity provider's id
 * @param name for colleagues
 * @param queues keys of the queues worked on; {@code *} stands for all
 * @param available whether to be offered chats
 * @param capacity chats at once
 * @param idleSince since when without a new chat: the longest idle one gets the next
 * @param seenAt when a connection of theirs was last known to live
 */
public record Operator(
        String subject,
        String name,
        Set<String> queues,
        boolean available,
        int capacity,
        Instant idleSince,
        Instant seenAt) {

    /** Connections say three times within it that they live. */
    public static final Duration PRESENT = Duration.ofSeconds(30);

    public Operator {
        queues = Set.copyOf(queues);
    }

    public boolean worksOn(String queue) {
        return queues.contains("*") || queues.contains(queue);
    }

    boolean isPresent(Instant now) {
        return seenAt.plus(PRESENT).isAfter(now);
    }

    /** Whether to be given chats. */
    boolean takesChats(Instant now) {
        return available && isPresent(now);
    }

    Operator idleFrom(Instant now) {
        return new Operator(subject, name, queues, available, capacity, now, seenAt);
    }
}
