package de.stadttor.saml.opensaml;

import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.ResponsePolicy;

/** Check 6: a signature over the whole response need not be there, but if it is, it must hold before we decrypt. */
public final class EnvelopeSignature {

    /** Fails with {@link ResponseRefused}. */
    public void check(ParsedResponse parsed, IdentityProvider provider, ResponsePolicy policy) {
        var signature = parsed.message().getSignature();
        if (signature != null && !SignatureCheck.holds(signature, provider.signingCertificates(), policy.schemes())) {
            throw new ResponseRefused(Rejection.RESPONSE_SIGNATURE, "signature");
        }
    }
}
