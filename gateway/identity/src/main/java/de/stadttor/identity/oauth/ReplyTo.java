package de.stadttor.identity.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import de.stadttor.grants.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the answer to an authorization request goes, once the address is known to be registered. Every answer says who
 * gives it (RFC 9207), so that an application with several servers cannot be made to mix them up.
 *
 * @param state as the application sent it; null without
 */
record ReplyTo(URI redirect, @Nullable State state, Issuer issuer) {

    URI code(Secret code) {
        return new AuthorizationSuccessResponse(
                        redirect, new AuthorizationCode(code.value()), null, state, issuer, ResponseMode.QUERY)
                .toURI();
    }

    URI error(ErrorObject error) {
        return new AuthorizationErrorResponse(redirect, error, state, issuer, ResponseMode.QUERY).toURI();
    }
}
