package de.stadttor.chats;

import java.time.Duration;
import java.util.Set;

/**
 * How a queue chats.
 *
 * @param enabled whether there is a chat
 * @param mostWaiting how many may wait at once
 * @param times after which something happens by itself
 * @param origins of other sites whose pages may show the window, as browsers write them
 * @param blocked addresses and networks (CIDR) from which nobody can begin a chat
 * @param version counts its changes; 0 while nobody has decided anything
 */
public record ChatSettings(
        String queue,
        boolean enabled,
        OpeningHours hours,
        int mostWaiting,
        Times times,
        Set<String> origins,
        Set<String> blocked,
        long version) {

    public ChatSettings {
        origins = Set.copyOf(origins);
        blocked = Set.copyOf(blocked);
    }

    /** No chat. */
    static ChatSettings undecided(String queue) {
        return new ChatSettings(queue, false, OpeningHours.NEVER, 20, Times.USUAL, Set.of(), Set.of(), 0);
    }

    ChatSettings inVersion(long next) {
        return new ChatSettings(queue, enabled, hours, mostWaiting, times, origins, blocked, next);
    }

    /**
     * @param idle a chat in which nobody writes for so long is over
     * @param abandoned a chat whose citizen is gone for so long is over
     * @param patience who waits for so long is told that nobody comes
     */
    public record Times(Duration idle, Duration abandoned, Duration patience) {

        static final Times USUAL = new Times(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofMinutes(20));
    }
}
