package de.stadttor.web.problems;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Outage;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Which answer a failure gets. A new refusal does not compile until it is answered here. */
@Component
public final class Answers {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final List<Outage> outages;

    Answers(List<Outage> outages) {
        this.outages = outages;
    }

    public Answer to(Throwable failure) {
        return switch (failure) {
            case Refused refused -> to(refused.refusal());
            case BadRequest bad -> to(bad);
            case AuthenticationException _ -> Answer.of(ProblemKind.UNAUTHENTICATED);
            case AccessDeniedException _ -> Answer.of(ProblemKind.FORBIDDEN);
            case DataBufferLimitException _ -> Answer.tooLarge(null);
            case DecodingException _ -> Answer.of(ProblemKind.MALFORMED_JSON);
            case ResponseStatusException status -> to(status);
            case ReadTimeoutException _ -> Answer.of(ProblemKind.REQUEST_TIMEOUT);
            case TimeoutException _ -> Answer.later(SOON);
            default ->
                outages.stream().anyMatch(outage -> outage.is(failure))
                        ? Answer.later(SOON)
                        : Answer.of(ProblemKind.INTERNAL_ERROR);
        };
    }

    private static Answer to(Refusal refusal) {
        return switch (refusal) {
            case Refusal.TicketUnknown _ -> Answer.of(ProblemKind.TICKET_UNKNOWN);
            case Refusal.NotFound _, Refusal.AccessExpired _ -> Answer.of(ProblemKind.NOT_FOUND);
            case Refusal.LevelTooLow low -> Answer.needs(ProblemKind.INSUFFICIENT_USER_AUTHENTICATION, low.required());
            case Refusal.SubmitLevelTooLow low -> Answer.needs(ProblemKind.ASSURANCE_TOO_LOW, low.required());
            case Refusal.IdentityNotAllowed _ -> Answer.of(ProblemKind.IDENTITY_NOT_ALLOWED);
            case Refusal.NotAllowed _ -> Answer.of(ProblemKind.FORBIDDEN);
            case Refusal.CaseTaken _ -> Answer.of(ProblemKind.CASE_TAKEN);
            case Refusal.IdentityUnproven _ -> Answer.of(ProblemKind.IDENTITY_UNPROVEN);
            case Refusal.StateConflict _ -> Answer.of(ProblemKind.TICKET_STATE_CONFLICT);
            case Refusal.ConsentMissing _ -> Answer.of(ProblemKind.CONSENT_MISSING);
            case Refusal.CallConflict _ -> Answer.of(ProblemKind.CALL_CONFLICT);
            case Refusal.PlaceTaken(var alternatives) -> Answer.instead(ProblemKind.PLACE_TAKEN, alternatives);
            case Refusal.AppointmentConflict _ -> Answer.of(ProblemKind.APPOINTMENT_STATE_CONFLICT);
            case Refusal.ReservationExpired _ -> Answer.of(ProblemKind.RESERVATION_EXPIRED);
            case Refusal.TooManyAppointments _ -> Answer.of(ProblemKind.TOO_MANY_APPOINTMENTS);
            case Refusal.StaleVersion _ -> Answer.of(ProblemKind.PRECONDITION_FAILED);
            case Refusal.KeyReused _ -> Answer.of(ProblemKind.IDEMPOTENCY_KEY_REUSED);
            case Refusal.FormUnknown _ ->
                Answer.at(ProblemKind.FORM_UNKNOWN, List.of(new Fault("/form", "unknown-form", "")));
            case Refusal.FormVersionUnknown _ ->
                Answer.at(ProblemKind.FORM_UNKNOWN, List.of(new Fault("/formVersion", "unknown-version", "")));
            case Refusal.FormWithdrawn _ -> Answer.of(ProblemKind.FORM_WITHDRAWN);
            case Refusal.Invalid(var faults) -> Answer.at(ProblemKind.VALIDATION_FAILED, faults);
            case Refusal.FileRejected(var pointer, var code) ->
                Answer.at(ProblemKind.FILE_REJECTED, List.of(new Fault(pointer, code, "")));
            case Refusal.TooLarge(var limit) -> Answer.tooLarge(limit);
            case Refusal.TooMany(var retryAfter) -> Answer.slower(retryAfter);
            case Refusal.Busy(var retryAfter) -> Answer.later(retryAfter);
        };
    }

    private static Answer to(BadRequest bad) {
        return switch (bad.reason()) {
            case PARAMETER -> Answer.of(ProblemKind.INVALID_REQUEST);
            case CURSOR -> Answer.of(ProblemKind.CURSOR_INVALID);
            case JSON -> Answer.of(ProblemKind.MALFORMED_JSON);
            case XML -> Answer.of(ProblemKind.MALFORMED_XML);
            case MEDIA_TYPE -> Answer.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
            case PARTS -> Answer.of(ProblemKind.TOO_MANY_PARTS);
            case REJECTED -> Answer.of(ProblemKind.REQUEST_REJECTED);
            case PRECONDITION -> Answer.of(ProblemKind.PRECONDITION_REQUIRED);
        };
    }

    /** What Spring itself refuses: unknown paths, methods and media types, unreadable parameters and bodies. */
    private Answer to(ResponseStatusException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof DataBufferLimitException || cause instanceof Refused || cause instanceof BadRequest) {
            return to(cause);
        }
        return Answer.of(kind(failure.getStatusCode()));
    }

    private static ProblemKind kind(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> ProblemKind.NOT_FOUND;
            case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
            case 406 -> ProblemKind.NOT_ACCEPTABLE;
            case 408 -> ProblemKind.REQUEST_TIMEOUT;
            case 413 -> ProblemKind.BODY_TOO_LARGE;
            case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
            default -> status.is4xxClientError() ? ProblemKind.INVALID_REQUEST : ProblemKind.INTERNAL_ERROR;
        };
    }
}
