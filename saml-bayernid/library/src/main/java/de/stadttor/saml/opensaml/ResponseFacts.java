package de.stadttor.saml.opensaml;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.Response;

/**
 * What the envelope of a response claims.
 *
 * @param inResponseTo ID of the request it answers; null if unsolicited
 * @param destination where it was sent to; null if it does not say
 * @param issuer who sent it; null if it does not say
 */
public record ResponseFacts(
        @Nullable String inResponseTo,
        @Nullable String destination,
        @Nullable String issuer,
        Instant issuedAt,
        StatusFacts status) {

    static ResponseFacts of(Response response) {
        var issuer = response.getIssuer();
        return new ResponseFacts(
                response.getInResponseTo(),
                response.getDestination(),
                issuer == null ? null : issuer.getValue(),
                response.getIssueInstant(),
                StatusFacts.of(response.getStatus()));
    }
}
