package de.stadttor.calls;

import de.stadttor.refusal.Refusal;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A call that is held, as each report leaves it for the next one. Lives as long as the transaction that holds it. */
final class CallFile {

    /** Most characters of a call that are kept: a day of talk is about a third of it. */
    static final long MOST_WORDS = 4_000_000;

    private final Call before;
    private final Map<String, CallEvent> events = new LinkedHashMap<>();
    private final Map<Integer, Piece.Head> heads = new LinkedHashMap<>();
    private final List<CallEvent> newEvents = new ArrayList<>();
    private final Map<Integer, Piece> newPieces = new LinkedHashMap<>();
    private final Instant now;
    private Course course;
    private @Nullable Consent consent;
    private @Nullable Recording recording;
    private @Nullable TicketId ticket;
    private boolean verified;
    private int codeTries;
    private @Nullable Integer lastPiece;
    private long spoken;
    private Call.@Nullable CallBack callBack;
    private boolean patient = true;
    private boolean told;
    private boolean corrected;

    CallFile(Call.History history, Instant now) {
        this.before = history.call();
        this.now = now;
        history.events().forEach(event -> events.put(event.mark(), event));
        history.pieces().forEach(head -> heads.put(head.number(), head));
        this.course = before.course();
        this.consent = before.consent();
        this.recording = before.recording();
        this.ticket = before.ticket();
        this.verified = before.verified();
        this.codeTries = before.codeTries();
        this.lastPiece = before.lastPiece();
        this.spoken = before.spoken();
        this.callBack = before.callBack();
    }

    /** Takes a report in, or tells why not: then nothing of it counts. */
    Heard hear(CallReport report) {
        return switch (report) {
            case CallReport.Happened happened -> hear(happened);
            case CallReport.Said said -> hear(said);
            case CallReport.Silence _ -> {
                patient = !isSilent();
                yield new Heard.Taken(false);
            }
        };
    }

    /** Whether it was silent for long enough: something may have come since somebody looked. */
    private boolean isSilent() {
        Instant checkAt = before.checkAt();
        return checkAt != null && !checkAt.isAfter(now) && newEvents.isEmpty() && newPieces.isEmpty();
    }

    private Heard hear(CallReport.Happened happened) {
        CallEvent event = happened.event();
        CallEvent known = events.get(event.mark());
        if (known != null && !known.fingerprint().equals(event.fingerprint())) {
            return new Heard.Declined(new Refusal.KeyReused());
        }
        if (known != null) {
            return new Heard.Taken(true);
        }
        agree(happened.consent(), happened.recording());
        events.put(event.mark(), event);
        newEvents.add(event);
        course = Course.of(events.values());
        if (callBack != null && !course.missed()) {
            callBack = null;
            corrected = true;
        }
        return new Heard.Taken(false);
    }

    private Heard hear(CallReport.Said said) {
        Consent later = Consent.later(consent, said.consent());
        Piece piece = said.piece();
        if (later == null || !later.given()) {
            agree(said.consent(), null);
            return new Heard.Declined(new Refusal.ConsentMissing());
        }
        Optional<Refusal> refusal = piece == null ? Optional.empty() : refusal(piece);
        if (refusal.isPresent()) {
            return new Heard.Declined(refusal.get());
        }
        agree(said.consent(), said.recording());
        if (said.lastPiece() != null) {
            lastPiece = lastPiece == null ? said.lastPiece() : Integer.valueOf(Math.max(lastPiece, said.lastPiece()));
        }
        return new Heard.Taken(piece != null && !keep(piece));
    }

    private Optional<Refusal> refusal(Piece piece) {
        Piece.Head known = heads.get(piece.number());
        if (known != null && known.revision() >= piece.revision()) {
            boolean other =
                    known.revision() == piece.revision() && !known.fingerprint().equals(piece.fingerprint());
            return other ? Optional.of(new Refusal.KeyReused()) : Optional.empty();
        }
        return spoken + piece.length() > MOST_WORDS ? Optional.of(new Refusal.TooLarge(MOST_WORDS)) : Optional.empty();
    }

    /** False when the same or a newer wording is there. */
    private boolean keep(Piece piece) {
        Piece.Head known = heads.get(piece.number());
        if (known != null && known.revision() >= piece.revision()) {
            return false;
        }
        heads.put(piece.number(), piece.head());
        newPieces.put(piece.number(), piece);
        spoken += piece.length();
        return true;
    }

    private void agree(@Nullable Consent given, @Nullable Recording where) {
        consent = Consent.later(consent, given);
        if (where != null && consent != null && consent.given()) {
            recording = where;
        }
        if (consent != null && !consent.given()) {
            recording = null;
        }
    }

    /** Whether nobody may keep what was said, though something of it is kept. */
    boolean mustForget() {
        return consent != null && !consent.given() && hasUntold();
    }

    void forgotten() {
        heads.values().removeIf(head -> !head.written());
        lastPiece = null;
    }

    /** Whether there are words that belong into a message, and no reason to wait for others. */
    boolean mayTell() {
        return hasUntold() && (!patient || complete());
    }

    /** Whether a ticket asks to call somebody back who, as it turns out, was answered. */
    boolean corrected() {
        return corrected && ticket != null;
    }

    boolean hasTold() {
        return told || heads.values().stream().anyMatch(Piece.Head::written);
    }

    /** All words stand in a message from now on. */
    void tell() {
        told = true;
        heads.replaceAll((number, head) -> new Piece.Head(number, head.revision(), head.fingerprint(), true));
    }

    boolean complete() {
        return lastPiece != null && IntStream.rangeClosed(1, lastPiece).allMatch(heads::containsKey);
    }

    /** Whether a telephone system has told of it. */
    boolean isKnown() {
        return !events.isEmpty() || !heads.isEmpty();
    }

    /** Whether somebody left words that may be kept. */
    boolean hasWords() {
        return !heads.isEmpty();
    }

    boolean undecided() {
        return ticket == null;
    }

    /** Whether nothing that could still come would change what the rules make of it. */
    boolean ripe(CallRules rules) {
        boolean silent = consent != null && !consent.given();
        boolean heard = !rules.listen() || silent || complete() || !patient;
        return (course.over() || complete() || !patient) && heard;
    }

    void opened(TicketId made) {
        ticket = made;
    }

    /** It is proven who called. */
    void attach(TicketId other) {
        ticket = other;
        verified = true;
    }

    void callBack(String queue, Duration within) {
        Instant end = course.endedAt();
        callBack = new Call.CallBack(queue, (end == null ? now : end).plus(within));
    }

    void calledBack() {
        callBack = null;
    }

    void tryCode() {
        codeTries++;
    }

    Call call() {
        return call(before.checkAt());
    }

    private Call call(@Nullable Instant checkAt) {
        return new Call(
                before.id(),
                course,
                consent,
                recording,
                ticket,
                verified,
                codeTries,
                lastPiece,
                spoken,
                callBack,
                now,
                checkAt);
    }

    List<CallEvent> newEvents() {
        return List.copyOf(newEvents);
    }

    Calls.News news() {
        return new Calls.News(before.id(), newEvents, List.copyOf(newPieces.values()));
    }

    /**
     * The call as it is to be stored.
     *
     * @param patience how long to wait for what is still awaited
     */
    Call closed(Duration patience) {
        boolean waiting = patient && (undecided() || hasUntold());
        return call(waiting ? now.plus(patience) : null);
    }

    private boolean hasUntold() {
        return heads.values().stream().anyMatch(head -> !head.written());
    }

    /** What became of a report. */
    sealed interface Heard {

        /** @param repeated true when it was known before */
        record Taken(boolean repeated) implements Heard {}

        record Declined(Refusal refusal) implements Heard {}
    }
}
