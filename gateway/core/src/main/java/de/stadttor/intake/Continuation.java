package de.stadttor.intake;

import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.TicketId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ticket that a message goes on with, and by what right. Who only knows its number has none. */
public sealed interface Continuation {

    TicketId ticket();

    /** Somebody who takes part in it wrote; counts only as long as they do. */
    record ByParticipant(TicketId ticket, CitizenId citizen) implements Continuation {}

    /**
     * A machine reports on something we sent: for caseworkers only.
     *
     * @param failure what did not arrive; null when it still may, or has
     */
    record ByReport(TicketId ticket, @Nullable Failure failure) implements Continuation {}

    /**
     * @param delivery its id
     * @param status enhanced status code (RFC 3463), such as {@code 5.1.1}
     * @param unheard true when a citizen has not heard from us, so that a person must reach them otherwise; not of mail
     *     to a team: the call would be mailed to that team, and come back, for ever
     */
    record Failure(UUID delivery, String status, boolean unheard) {}
}
