package de.stadttor.saml.opensaml;

import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.ResponsePolicy;

/**
 * Check 8: the assertion itself is signed by a pinned key, whatever the envelope says. This is the only way to
 * {@link AssertionFacts}, and they are read from the very element that the signature covers.
 */
public final class AssertionSignature {

    /** The facts of a proven assertion, or {@link ResponseRefused}. */
    public AssertionFacts verify(OpenedAssertion opened, IdentityProvider provider, ResponsePolicy policy) {
        var assertion = opened.message();
        var signature = assertion.getSignature();
        if (signature == null) {
            throw new ResponseRefused(Rejection.ASSERTION_SIGNATURE, "unsigned");
        }
        if (!SignatureCheck.holds(signature, provider.signingCertificates(), policy.schemes())) {
            throw new ResponseRefused(Rejection.ASSERTION_SIGNATURE, "signature");
        }
        return AssertionFactsReader.read(assertion);
    }
}
