package de.stadttor.identity.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** A request for a token, or to revoke one, that is refused (RFC 6749, section 5.2). */
final class TokenError extends RuntimeException {

    private final ErrorObject error;

    TokenError(ErrorObject error) {
        super(error.getCode(), null, false, false);
        this.error = error;
    }

    ErrorObject error() {
        return error;
    }
}
