package de.stadttor.store.calls;

import static de.stadttor.store.Columns.flag;
import static de.stadttor.store.Columns.instant;
import static de.stadttor.store.Columns.instantOrNull;
import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.number;
import static de.stadttor.store.Columns.text;
import static de.stadttor.store.Columns.utc;

import de.stadttor.calls.Call;
import de.stadttor.calls.CallDirection;
import de.stadttor.calls.CallId;
import de.stadttor.calls.Consent;
import de.stadttor.calls.Course;
import de.stadttor.calls.Recording;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How calls stand in their table. */
final class CallRows {

    /** In the order of {@link #values}. */
    static final String COLUMNS =
            "id, name, state, direction, caller, called, queue, agent, started_at, answered_at, ended_at, missed, "
                    + "wanted, contradictory, consent, recording, recording_until, ticket, verified, code_tries, "
                    + "last_piece, spoken, call_back_queue, call_back_by, heard_at, check_at";

    /** All but what names the call. */
    static final String REWRITTEN = Stream.of(COLUMNS.split(", "))
            .filter(column -> !column.equals("id") && !column.equals("name"))
            .map(column -> column + " = VALUES(" + column + ")")
            .collect(Collectors.joining(", "));

    private CallRows() {}

    static Object[] values(Call call) {
        Course course = call.course();
        Recording recording = call.recording();
        Call.CallBack callBack = call.callBack();
        return new Object[] {
            call.id().uuid(),
            call.id().value(),
            course.state().code(),
            nullable(course.direction() == null ? null : course.direction().code(), String.class),
            nullable(course.from(), String.class),
            nullable(course.to(), String.class),
            nullable(course.queue(), String.class),
            nullable(course.agent(), String.class),
            time(course.startedAt()),
            time(course.answeredAt()),
            time(course.endedAt()),
            course.missed(),
            course.wanted(),
            course.contradictory(),
            nullable(call.consent() == null ? null : Json.write(call.consent()), String.class),
            nullable(recording == null ? null : recording.reference(), String.class),
            time(recording == null ? null : recording.until()),
            nullable(call.ticket() == null ? null : call.ticket().value(), UUID.class),
            call.verified(),
            call.codeTries(),
            nullable(call.lastPiece(), Integer.class),
            call.spoken(),
            nullable(callBack == null ? null : callBack.queue(), String.class),
            time(callBack == null ? null : callBack.by()),
            utc(call.heardAt()),
            time(call.checkAt())
        };
    }

    private static Parameter time(@Nullable Instant instant) {
        return nullable(instant == null ? null : utc(instant), LocalDateTime.class);
    }

    static Call call(Readable row) {
        UUID ticket = row.get("ticket", UUID.class);
        String consent = row.get("consent", String.class);
        return new Call(
                new CallId(text(row, "name")),
                course(row),
                consent == null ? null : Json.read(consent, Consent.class),
                recording(row),
                ticket == null ? null : new TicketId(ticket),
                flag(row, "verified"),
                Math.toIntExact(number(row, "code_tries")),
                row.get("last_piece", Integer.class),
                number(row, "spoken"),
                callBack(row),
                instant(row, "heard_at"),
                instantOrNull(row, "check_at"));
    }

    private static Course course(Readable row) {
        String direction = row.get("direction", String.class);
        return new Course(
                Course.State.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                direction == null ? null : CallDirection.of(direction),
                row.get("caller", String.class),
                row.get("called", String.class),
                row.get("queue", String.class),
                row.get("agent", String.class),
                instantOrNull(row, "started_at"),
                instantOrNull(row, "answered_at"),
                instantOrNull(row, "ended_at"),
                flag(row, "missed"),
                flag(row, "wanted"),
                flag(row, "contradictory"));
    }

    private static @Nullable Recording recording(Readable row) {
        String reference = row.get("recording", String.class);
        return reference == null ? null : new Recording(reference, Columns.instant(row, "recording_until"));
    }

    private static Call.@Nullable CallBack callBack(Readable row) {
        String queue = row.get("call_back_queue", String.class);
        return queue == null ? null : new Call.CallBack(queue, Columns.instant(row, "call_back_by"));
    }
}
