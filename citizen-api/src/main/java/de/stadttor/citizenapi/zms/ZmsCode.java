package de.stadttor.citizenapi.zms;

import org.springframework.http.HttpStatus;

/** The error codes that clients know; each has one status, that of the answer. */
enum ZmsCode {
    INVALID_REQUEST("invalidRequest", HttpStatus.BAD_REQUEST),
    INVALID_COMBINATION("invalidLocationAndServiceCombination", HttpStatus.BAD_REQUEST),
    INVALID_START_DATE("invalidStartDate", HttpStatus.BAD_REQUEST),
    INVALID_END_DATE("invalidEndDate", HttpStatus.BAD_REQUEST),
    INVALID_SLOTS_START_DATE("invalidSlotsStartDate", HttpStatus.BAD_REQUEST),
    INVALID_SLOTS_END_DATE("invalidSlotsEndDate", HttpStatus.BAD_REQUEST),
    SLOTS_START_AFTER_END("slotsStartDateAfterEndDate", HttpStatus.BAD_REQUEST),
    INVALID_TIMESTAMP("invalidTimestamp", HttpStatus.BAD_REQUEST),
    INVALID_OFFICE_ID("invalidOfficeId", HttpStatus.BAD_REQUEST),
    INVALID_SERVICE_ID("invalidServiceId", HttpStatus.BAD_REQUEST),
    INVALID_SERVICE_COUNT("invalidServiceCount", HttpStatus.BAD_REQUEST),
    EMPTY_SERVICES("EMPTY_SERVICE_ARRAYS", HttpStatus.BAD_REQUEST),
    MISMATCHED_ARRAYS("MISMATCHED_ARRAYS", HttpStatus.BAD_REQUEST),
    INVALID_PROCESS_ID("invalidProcessId", HttpStatus.BAD_REQUEST),
    INVALID_AUTH_KEY("invalidAuthKey", HttpStatus.BAD_REQUEST),
    INVALID_FAMILY_NAME("invalidFamilyName", HttpStatus.BAD_REQUEST),
    INVALID_EMAIL("invalidEmail", HttpStatus.BAD_REQUEST),
    INVALID_TELEPHONE("invalidTelephone", HttpStatus.BAD_REQUEST),
    INVALID_TEXT("invalidCustomTextfield", HttpStatus.BAD_REQUEST),
    TOO_MANY_SLOTS("tooManySlotsPerAppointment", HttpStatus.BAD_REQUEST),
    CAPTCHA_MISSING("captchaMissing", HttpStatus.BAD_REQUEST),
    UNAUTHORIZED("unauthorized", HttpStatus.FORBIDDEN),
    NOT_LOGGED_IN("unauthorized", HttpStatus.UNAUTHORIZED),
    NOT_FOUND("notFound", HttpStatus.NOT_FOUND),
    APPOINTMENT_NOT_FOUND("appointmentNotFound", HttpStatus.NOT_FOUND),
    APPOINTMENT_NOT_AVAILABLE("appointmentNotAvailable", HttpStatus.NOT_FOUND),
    CANNOT_BE_CANCELED("appointmentCanNotBeCanceled", HttpStatus.NOT_ACCEPTABLE),
    AUTH_KEY_MISMATCH("authKeyMismatch", HttpStatus.NOT_ACCEPTABLE),
    EMAIL_IS_REQUIRED("emailIsRequired", HttpStatus.NOT_ACCEPTABLE),
    TELEPHONE_IS_REQUIRED("telephoneIsRequired", HttpStatus.NOT_ACCEPTABLE),
    TOO_MANY_APPOINTMENTS("tooManyAppointmentsWithSameMail", HttpStatus.NOT_ACCEPTABLE),
    NOT_RESERVED("processNotReservedAnymore", HttpStatus.CONFLICT),
    NOT_PRECONFIRMED("processNotPreconfirmedAnymore", HttpStatus.CONFLICT),
    TOO_LARGE("requestEntityTooLarge", HttpStatus.CONTENT_TOO_LARGE),
    RATE_LIMIT("rateLimitExceeded", HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR("internalError", HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE("serviceUnavailable", HttpStatus.SERVICE_UNAVAILABLE);

    private final String written;
    private final HttpStatus status;

    ZmsCode(String written, HttpStatus status) {
        this.written = written;
        this.status = status;
    }

    String written() {
        return written;
    }

    HttpStatus status() {
        return status;
    }
}
