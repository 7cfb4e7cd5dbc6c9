package de.stadttor.saml.testidp.answer;

/** A value in an answer that differs from login to login. An empty one leaves its XML attribute out. */
public enum Field {
    RESPONSE_ID,
    RESPONSE_ISSUER,
    RESPONSE_ISSUED_AT,
    DESTINATION,
    RESPONSE_IN_RESPONSE_TO,
    ASSERTION_ID,
    ASSERTION_ISSUER,
    ISSUED_AT,
    NAME_ID,
    AUDIENCE,
    RECIPIENT,
    IN_RESPONSE_TO,
    CONFIRMATION_NOT_BEFORE,
    CONFIRMATION_NOT_ON_OR_AFTER,
    NOT_BEFORE,
    NOT_ON_OR_AFTER,
    AUTHN_INSTANT,
    CLASS_REF
}
