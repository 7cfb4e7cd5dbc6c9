package de.stadttor.live;

import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a citizen's stream carries. */
public sealed interface LiveEvent {

    /** The stream is open: the right to it was checked. */
    record Began() implements LiveEvent {}

    /**
     * Where things stand; the stream goes on from here.
     *
     * @param position in the citizen's feed
     * @param ticket the one that is followed; null when all are
     */
    record Snapshot(long position, @Nullable Ticket ticket) implements LiveEvent {}

    /** The position that the client named is unknown: it must read anew and go on from this one. */
    record Reset(long position, @Nullable Ticket ticket) implements LiveEvent {}

    /**
     * Something happened.
     *
     * @param ticket as it stands when this is sent
     * @param withheld true when the login is too weak for it: that it happened is told, not what
     */
    record Happened(long position, Ticket ticket, TicketEvent event, boolean withheld, Instant at)
            implements LiveEvent {}

    /** The last one: the right to this stream has ended. */
    record Closed(Reason reason) implements LiveEvent {}

    /** Nothing happened; keeps proxies from cutting a silent connection. */
    record Heartbeat() implements LiveEvent {}

    /** Why a stream ends. */
    enum Reason {
        LOGOUT,
        REVOKED,
        LEVEL_RAISED,
        LEVEL_AGED,
        TOKEN_EXPIRED
    }
}
