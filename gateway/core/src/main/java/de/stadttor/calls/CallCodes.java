package de.stadttor.calls;

import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where call-back codes live. */
public interface CallCodes {

    /** Joins the running transaction. */
    Mono<Void> add(Code code);

    /** Finds and holds it for the running transaction. */
    Mono<Code> hold(String hash);

    /** Notes in which call a code that is held was said; joins the running transaction. */
    Mono<Void> use(String hash, CallId call);

    Mono<Void> expire(Instant now);

    /**
     * A code that a participant of a ticket was given in a way that only they can read.
     *
     * @param hash keyed, lower-case hex: a short code would be guessed from a plain one
     * @param usedBy the one call it is good for; null while it was not said
     */
    record Code(
            String hash,
            TicketId ticket,
            Instant expiresAt,
            @Nullable CallId usedBy) {

        boolean opens(CallId call, Instant now) {
            return usedBy == null ? expiresAt.isAfter(now) : usedBy.equals(call);
        }
    }
}
