package de.stadttor.saml.opensaml;

import de.stadttor.saml.citizen.ReceivedAttribute;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a proven assertion states.
 *
 * @param notBefore from when on it holds; null if it does not say
 * @param notOnOrAfter from when on it holds no more; null if it does not say
 * @param audiences audience restrictions, each a list of which one must be us
 * @param unknownConditions whether there are conditions we do not understand, which voids an assertion (Core, 2.5.1.1)
 */
public record AssertionFacts(
        String id,
        String issuer,
        Instant issuedAt,
        @Nullable Instant notBefore,
        @Nullable Instant notOnOrAfter,
        List<List<String>> audiences,
        boolean unknownConditions,
        List<Confirmation> confirmations,
        List<Authentication> authentications,
        List<ReceivedAttribute> attributes) {

    /**
     * One way in which the subject may be confirmed.
     *
     * @param notBefore null if it does not say, as a bearer's must not
     */
    public record Confirmation(
            String method,
            @Nullable String recipient,
            @Nullable String inResponseTo,
            @Nullable Instant notBefore,
            @Nullable Instant notOnOrAfter) {}

    /**
     * One statement about an authentication.
     *
     * @param classReference how it was done, a STORK level; null if it does not say
     */
    public record Authentication(
            Instant at,
            @Nullable Instant sessionNotOnOrAfter,
            @Nullable String classReference) {}
}
