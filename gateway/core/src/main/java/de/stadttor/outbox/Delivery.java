package de.stadttor.outbox;

import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that left, or is leaving.
 *
 * @param id that of its outbox item; its Message-ID is {@code <id@domain>}, the same in every try
 * @param addressHash SHA-256, lower-case hex, of the lower-case address it goes to
 * @param at when it was first tried
 */
public record Delivery(
        UUID id, TicketId ticket, OutboxItem.Recipient recipient, String addressHash, State state, Instant at) {

    /** Where it stands. */
    public enum State {
        /** Waits for its first or next try. */
        WAITING,
        /** A server has taken it over. */
        SENT,
        /** It never will arrive: refused for good, given up, or returned after it was sent. */
        FAILED,
        /** It shall not leave: nobody to tell, or the loop guard held it back. */
        WITHHELD
    }
}
