package de.stadttor.calls;

import de.stadttor.calls.CallEvent.Cause;
import de.stadttor.calls.CallEvent.Kind;
import de.stadttor.seals.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls by meaning. */
public final class TestCalls {

    public static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    private TestCalls() {}

    public static CallId fresh() {
        return new CallId("test-" + UUID.randomUUID());
    }

    static CallEvent ringing() {
        return event(Kind.RINGING, 0, "+498923300", null, null);
    }

    static CallEvent suppressed() {
        return event(Kind.RINGING, 0, null, null, null);
    }

    static CallEvent answered(int second) {
        return event(Kind.ANSWERED, second, null, "K. Muster", null);
    }

    static CallEvent ended(int second) {
        return event(Kind.ENDED, second, null, null, Cause.NORMAL_CLEARING);
    }

    /** A call with all that can happen in one. */
    static List<CallEvent> eventful() {
        return List.of(
                ringing(),
                answered(10),
                event(Kind.HELD, 20, null, null, null),
                event(Kind.RESUMED, 30, null, null, null),
                event(Kind.TRANSFERRED, 40, null, "E. Beispiel", null),
                event(Kind.ANSWERED, 50, null, "E. Beispiel", null),
                ended(120));
    }

    static CallEvent event(
            Kind kind, int second, @Nullable String from, @Nullable String agent, @Nullable Cause cause) {
        return new CallEvent(
                kind,
                null,
                NINE.plusSeconds(second),
                true,
                kind == Kind.RINGING ? CallDirection.INBOUND : null,
                from,
                null,
                kind == Kind.RINGING ? "buergertelefon" : null,
                agent,
                cause,
                false);
    }

    /** As systems report it that name no times: it counts as happened when it came. */
    static CallEvent untimed(Kind kind, int second) {
        return new CallEvent(
                kind,
                null,
                NINE.plusSeconds(second),
                false,
                CallDirection.INBOUND,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    static CallReport.Happened happened(CallId call, CallEvent event) {
        return new CallReport.Happened(call, event, null, null);
    }

    static CallReport.Said said(CallId call, int number, @Nullable Integer last, @Nullable Consent consent) {
        return new CallReport.Said(call, piece(number, 0, "Stück " + number), last, consent, null);
    }

    static Piece piece(int number, int revision, String text) {
        return new Piece(
                number,
                revision,
                Sha256.hex(text),
                List.of(new Turn("caller", 1000L * number, 1000L * number + 900, text, 0.9, "de")));
    }

    static Consent agreed() {
        return new Consent(true, NINE, true, "announcement");
    }
}
