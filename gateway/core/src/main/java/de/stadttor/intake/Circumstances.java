package de.stadttor.intake;

import de.stadttor.idempotency.RequestKey;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the door must know of a message besides what it says.
 *
 * @param continues the ticket it goes on with, and by what right; null for a new concern
 * @param automatic true when a program wrote it: it is never acknowledged and changes no state
 * @param attention why a person must look at it; null when nothing is wrong
 * @param priority of a new ticket
 * @param date when it was written, if it is old and only imported now: then nobody is told; null for what comes now
 * @param related a ticket that the sender seems to mean without a right to it; null for none
 * @param traces recognize copies of it
 * @param original as it came; null where the message itself is all there is
 */
public record Circumstances(
        @Nullable Continuation continues,
        boolean automatic,
        @Nullable Attention attention,
        Priority priority,
        @Nullable Instant date,
        @Nullable TicketId related,
        Traces traces,
        @Nullable Original original) {

    /** A person hands in something new, here and now. */
    public static final Circumstances USUAL =
            new Circumstances(null, false, null, Priority.NORMAL, null, null, Traces.NONE, null);

    boolean imported() {
        return date != null;
    }

    /** Whether the sender is told that it has arrived. */
    boolean acknowledged() {
        return !automatic && !imported();
    }

    Circumstances related(TicketId ticket) {
        return new Circumstances(continues, automatic, attention, priority, date, ticket, traces, original);
    }

    /**
     * Beyond the keys of a message, which recognize the same delivery of it: what recognizes copies.
     *
     * @param likeness the second line: the same content at the same place makes it a repeat, for 7 days; null for none
     * @param twin the same content at any place: each is a message of its own, but they know each other; null for none
     */
    public record Traces(
            @Nullable RequestKey likeness, @Nullable RequestKey twin) {

        public static final Traces NONE = new Traces(null, null);
    }
}
