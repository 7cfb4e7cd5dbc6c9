package de.stadttor.saml.profile;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one identity provider's metadata say, after trust was established.
 *
 * @param signingCertificates at least one; only their keys matter, not their dates or issuers
 * @param validUntil when the metadata expire; {@link Instant#MAX} if they do not
 */
public record IdentityProvider(
        String entityId,
        Map<RequestBinding, URI> singleSignOn,
        List<X509Certificate> signingCertificates,
        Instant validUntil) {

    public IdentityProvider {
        singleSignOn = Map.copyOf(singleSignOn);
        signingCertificates = List.copyOf(signingCertificates);
    }
}
