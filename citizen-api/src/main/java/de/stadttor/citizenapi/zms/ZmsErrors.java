package de.stadttor.citizenapi.zms;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import de.stadttor.web.problems.Answer;
import de.stadttor.web.problems.Answers;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;

/** Tells refusals by the codes that clients know. Status and body always agree. */
@RestControllerAdvice(assignableTypes = {ZmsCatalogueController.class, ZmsProcessController.class})
final class ZmsErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ZmsErrors.class);

    private final Answers answers;
    private final Texts texts;

    ZmsErrors(Answers answers, Texts texts) {
        this.answers = answers;
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<Errors> refuse(ZmsError error, ServerWebExchange exchange) {
        return answer(error.codes(), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Errors> refuse(Refused refused, ServerWebExchange exchange) {
        return answer(codes(refused), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Errors> refuse(BadRequest bad, ServerWebExchange exchange) {
        return answer(List.of(ZmsCode.INVALID_REQUEST), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Errors> refuse(Exception failure, ServerWebExchange exchange) {
        ZmsCode code = code(answers.to(failure));
        if (code == ZmsCode.INTERNAL_ERROR) {
            LOG.error("{}defect", exchange.getLogPrefix(), failure);
        }
        return answer(List.of(code), exchange);
    }

    private List<ZmsCode> codes(Refused failure) {
        return switch (failure.refusal()) {
            case Refusal.PlaceTaken _ -> List.of(ZmsCode.APPOINTMENT_NOT_AVAILABLE);
            case Refusal.NotFound _, Refusal.ReservationExpired _ -> List.of(ZmsCode.APPOINTMENT_NOT_FOUND);
            case Refusal.AccessExpired _ -> List.of(ZmsCode.AUTH_KEY_MISMATCH);
            case Refusal.TooManyAppointments _ -> List.of(ZmsCode.TOO_MANY_APPOINTMENTS);
            case Refusal.AppointmentConflict refused -> List.of(conflict(refused.step()));
            case Refusal.Invalid(var faults) ->
                faults.stream().map(ZmsErrors::code).distinct().toList();
            default -> List.of(code(answers.to(failure)));
        };
    }

    private static ZmsCode conflict(String step) {
        return switch (step) {
            case "cancel" -> ZmsCode.CANNOT_BE_CANCELED;
            case "confirm" -> ZmsCode.NOT_PRECONFIRMED;
            default -> ZmsCode.NOT_RESERVED;
        };
    }

    private static ZmsCode code(Fault fault) {
        return switch (fault.code()) {
            case "too-many" -> ZmsCode.INVALID_SERVICE_COUNT;
            case "too-many-slots" -> ZmsCode.TOO_MANY_SLOTS;
            case "out-of-range" -> ZmsCode.INVALID_TIMESTAMP;
            case "required" ->
                fault.pointer().equals("/email") ? ZmsCode.EMAIL_IS_REQUIRED : ZmsCode.TELEPHONE_IS_REQUIRED;
            default -> ZmsCode.INVALID_COMBINATION;
        };
    }

    private static ZmsCode code(Answer answer) {
        return switch (answer.kind().status()) {
            case UNAUTHORIZED -> ZmsCode.NOT_LOGGED_IN;
            case FORBIDDEN -> ZmsCode.UNAUTHORIZED;
            case NOT_FOUND -> ZmsCode.NOT_FOUND;
            case CONTENT_TOO_LARGE -> ZmsCode.TOO_LARGE;
            case TOO_MANY_REQUESTS -> ZmsCode.RATE_LIMIT;
            case SERVICE_UNAVAILABLE -> ZmsCode.UNAVAILABLE;
            default -> answer.kind().status().is4xxClientError() ? ZmsCode.INVALID_REQUEST : ZmsCode.INTERNAL_ERROR;
        };
    }

    private ResponseEntity<Errors> answer(List<ZmsCode> codes, ServerWebExchange exchange) {
        Language language = Language.of(exchange.getRequest().getHeaders());
        return ResponseEntity.status(codes.getFirst().status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Errors(codes.stream()
                        .map(code -> new One(
                                code.written(),
                                texts.of(language, "zms." + code.written()),
                                code.status().value(),
                                "error"))
                        .toList()));
    }

    record Errors(List<One> errors) {}

    record One(String errorCode, String errorMessage, int statusCode, String errorType) {}
}
