package de.stadttor.desk;

import de.stadttor.calls.Call;
import de.stadttor.calls.CallDirection;
import de.stadttor.calls.Consent;
import de.stadttor.calls.Course;
import de.stadttor.calls.Recording;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as caseworkers see it.
 *
 * @param from a claim, whoever it seems to be: numbers prove nothing
 * @param verified whether it is proven that a participant of the ticket called
 */
record CallRecordView(
        String callId,
        String state,
        @Nullable String direction,
        @Nullable String from,
        @Nullable String to,
        @Nullable String queue,
        @Nullable String agent,
        @Nullable Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        boolean missed,
        boolean contradictory,
        boolean verified,
        @Nullable ConsentView consent,
        @Nullable RecordingView recording,
        @Nullable CallBackView callBack,
        @Nullable UUID ticketId) {

    static CallRecordView of(Call call) {
        Course course = call.course();
        CallDirection direction = course.direction();
        Consent consent = call.consent();
        Recording recording = call.recording();
        Call.CallBack callBack = call.callBack();
        TicketId ticket = call.ticket();
        return new CallRecordView(
                call.id().value(),
                course.state().code(),
                direction == null ? null : direction.code(),
                course.from(),
                course.to(),
                course.queue(),
                course.agent(),
                course.startedAt(),
                course.answeredAt(),
                course.endedAt(),
                course.missed(),
                course.contradictory(),
                call.verified(),
                consent == null ? null : new ConsentView(consent.given(), consent.at(), consent.how()),
                recording == null ? null : new RecordingView(recording.reference(), recording.until()),
                callBack == null ? null : new CallBackView(callBack.queue(), callBack.by()),
                ticket == null ? null : ticket.value());
    }

    record ConsentView(boolean given, Instant at, String how) {}

    record RecordingView(String reference, Instant until) {}

    record CallBackView(String queue, Instant by) {}
}
