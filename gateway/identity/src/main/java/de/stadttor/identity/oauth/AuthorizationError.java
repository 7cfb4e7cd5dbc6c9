package de.stadttor.identity.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.net.URI;

/** An authorization request that the application is told it cannot have. */
final class AuthorizationError extends RuntimeException {

    private final transient ReplyTo replyTo;
    private final ErrorObject error;

    AuthorizationError(ReplyTo replyTo, ErrorObject error) {
        super(error.getCode(), null, false, false);
        this.replyTo = replyTo;
        this.error = error;
    }

    /** The address with the answer in it. */
    URI answer() {
        return replyTo.error(error);
    }
}
