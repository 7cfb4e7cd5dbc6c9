package de.stadttor.calls;

import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call and what it led to.
 *
 * @param consent null while nobody said anything about it
 * @param ticket null while there is none
 * @param verified whether it is proven that a participant of the ticket called; the number that is shown proves nothing
 * @param codeTries wrong call-back codes that were tried in it
 * @param lastPiece number of the last piece of what was said; null while that is unknown
 * @param spoken characters that were said so far
 * @param callBack the wish of a caller who got nobody; null when nobody waits to be called back
 * @param heardAt when something was told of it last
 * @param checkAt when to stop waiting for more; null when nothing is awaited
 */
public record Call(
        CallId id,
        Course course,
        @Nullable Consent consent,
        @Nullable Recording recording,
        @Nullable TicketId ticket,
        boolean verified,
        int codeTries,
        @Nullable Integer lastPiece,
        long spoken,
        @Nullable CallBack callBack,
        Instant heardAt,
        @Nullable Instant checkAt) {

    static Call fresh(CallId id, Instant now) {
        return new Call(id, Course.UNREPORTED, null, null, null, false, 0, null, 0, null, now, null);
    }

    /** Whether what was said may be kept. */
    public boolean mayBeWritten() {
        return consent != null && consent.given();
    }

    /**
     * That somebody shall be called back.
     *
     * @param queue whose team does it
     * @param by until when
     */
    public record CallBack(String queue, Instant by) {}

    /**
     * A call with all that is known of it.
     *
     * @param events each once
     * @param pieces of each number its highest revision
     */
    public record History(Call call, List<CallEvent> events, List<Piece.Head> pieces) {
        public History {
            events = List.copyOf(events);
            pieces = List.copyOf(pieces);
        }

        /** Of a call that nobody has told of before. */
        public static History none(CallId id, Instant now) {
            return new History(Call.fresh(id, now), List.of(), List.of());
        }
    }
}
