package de.stadttor.web.problems;

import org.springframework.http.HttpStatus;

/** The published catalogue of problems; the slug is the contract, texts stand in the bundle under it. */
public enum ProblemKind {
    MALFORMED_JSON("malformed-json", HttpStatus.BAD_REQUEST),
    MALFORMED_XML("malformed-xml", HttpStatus.BAD_REQUEST),
    INVALID_REQUEST("invalid-request", HttpStatus.BAD_REQUEST),
    CURSOR_INVALID("cursor-invalid", HttpStatus.BAD_REQUEST),
    REQUEST_REJECTED("request-rejected", HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED),
    INSUFFICIENT_USER_AUTHENTICATION("insufficient-user-authentication", HttpStatus.UNAUTHORIZED),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN),
    IDENTITY_NOT_ALLOWED("identity-not-allowed", HttpStatus.FORBIDDEN),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
    TICKET_UNKNOWN("ticket-unknown", HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE),
    REQUEST_TIMEOUT("request-timeout", HttpStatus.REQUEST_TIMEOUT),
    TICKET_STATE_CONFLICT("ticket-state-conflict", HttpStatus.CONFLICT),
    CASE_TAKEN("case-taken", HttpStatus.CONFLICT),
    IDENTITY_UNPROVEN("identity-unproven", HttpStatus.CONFLICT),
    FORM_WITHDRAWN("form-withdrawn", HttpStatus.CONFLICT),
    CONSENT_MISSING("consent-missing", HttpStatus.CONFLICT),
    CALL_CONFLICT("call-conflict", HttpStatus.CONFLICT),
    PLACE_TAKEN("place-taken", HttpStatus.CONFLICT),
    APPOINTMENT_STATE_CONFLICT("appointment-state-conflict", HttpStatus.CONFLICT),
    RESERVATION_EXPIRED("reservation-expired", HttpStatus.CONFLICT),
    TOO_MANY_APPOINTMENTS("too-many-appointments", HttpStatus.CONFLICT),
    PRECONDITION_FAILED("precondition-failed", HttpStatus.PRECONDITION_FAILED),
    BODY_TOO_LARGE("body-too-large", HttpStatus.CONTENT_TOO_LARGE),
    TOO_MANY_PARTS("too-many-parts", HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    VALIDATION_FAILED("validation-failed", HttpStatus.UNPROCESSABLE_CONTENT),
    FORM_UNKNOWN("form-unknown", HttpStatus.UNPROCESSABLE_CONTENT),
    ASSURANCE_TOO_LOW("assurance-too-low", HttpStatus.UNPROCESSABLE_CONTENT),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_REJECTED("file-rejected", HttpStatus.UNPROCESSABLE_CONTENT),
    PRECONDITION_REQUIRED("precondition-required", HttpStatus.PRECONDITION_REQUIRED),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR("internal-error", HttpStatus.INTERNAL_SERVER_ERROR),
    BUSY("busy", HttpStatus.SERVICE_UNAVAILABLE);

    private final String slug;
    private final HttpStatus status;

    ProblemKind(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    public String slug() {
        return slug;
    }

    public String type() {
        return "/problems/" + slug;
    }

    public HttpStatus status() {
        return status;
    }
}
