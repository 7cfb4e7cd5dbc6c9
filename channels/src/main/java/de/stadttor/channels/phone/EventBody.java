package de.stadttor.channels.phone;

import de.stadttor.calls.CallDirection;
import de.stadttor.calls.CallEvent;
import de.stadttor.calls.CallId;
import de.stadttor.calls.CallReport;
import de.stadttor.calls.Consent;
import de.stadttor.calls.Recording;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event as it stands in the contract. */
record EventBody(
        String event,
        @Nullable String eventId,
        @Nullable Instant at,
        @Nullable String direction,
        @Nullable String from,
        @Nullable String to,
        @Nullable String queue,
        @Nullable String agent,
        @Nullable String cause,
        @Nullable Boolean ticketWanted,
        @Nullable ConsentBody consent,
        @Nullable RecordingBody recording) {

    /** So wrong may a clock be. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** @param key of the request, for an event that has no name of its own; null without */
    CallReport report(CallId call, @Nullable String key, Instant now, PhoneNumbers numbers, Duration keepRecording) {
        if (at != null && at.isAfter(now.plus(AHEAD))) {
            throw new Refused(Refusal.Invalid.at("/at", "in-the-future"));
        }
        if (!Times.canBe(at)) {
            throw new Refused(Refusal.Invalid.at("/at", "time"));
        }
        var happened = new CallEvent(
                CallEvent.Kind.of(event),
                eventId == null ? key : eventId,
                Objects.requireNonNullElse(at, now),
                at != null,
                direction == null ? null : CallDirection.of(direction),
                numbers.e164(from),
                numbers.e164(to),
                queue,
                agent,
                cause == null ? null : CallEvent.Cause.of(cause),
                Boolean.TRUE.equals(ticketWanted));
        return new CallReport.Happened(
                call,
                happened,
                consent == null ? null : consent.consent(now),
                recording == null ? null : recording.recording(now.plus(keepRecording)));
    }

    /** Whether the speakers agreed. */
    record ConsentBody(
            boolean given, @Nullable Instant at, @Nullable String how) {

        Consent consent(Instant now) {
            return Consent.heard(given, at, how, now);
        }
    }

    /** Where a recording lies. */
    record RecordingBody(String reference, @Nullable Instant until) {

        Recording recording(Instant usual) {
            if (!Times.canBe(until)) {
                throw new Refused(Refusal.Invalid.at("/recording/until", "time"));
            }
            return new Recording(reference, Objects.requireNonNullElse(until, usual));
        }
    }
}
