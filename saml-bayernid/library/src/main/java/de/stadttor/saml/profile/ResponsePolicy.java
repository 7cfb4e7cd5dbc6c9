package de.stadttor.saml.profile;

import java.time.Duration;
import java.util.Set;

/**
 * What we accept. Operators have not published all of these figures, so they are settings; the defaults are strict.
 *
 * @param schemes accepted signatures
 * @param clockSkew how far the identity provider's clock may be off, up to 5 minutes
 * @param longestValidity how long after its issue an answer is taken at most
 * @param encryptionRequired whether a readable assertion is refused; only a test has a reason to say no
 */
public record ResponsePolicy(
        Set<SignatureScheme> schemes, Duration clockSkew, Duration longestValidity, boolean encryptionRequired) {

    private static final Duration WIDEST_SKEW = Duration.ofMinutes(5);

    /** Accepts RSA-PSS only, 90 seconds of skew and answers of the last 10 minutes. */
    public static final ResponsePolicy STRICT = new ResponsePolicy(
            Set.of(SignatureScheme.RSA_PSS_SHA256, SignatureScheme.RSA_PSS_SHA384, SignatureScheme.RSA_PSS_SHA512),
            Duration.ofSeconds(90),
            Duration.ofMinutes(10),
            true);

    public ResponsePolicy {
        schemes = Set.copyOf(schemes);
        if (schemes.isEmpty()) {
            throw new IllegalArgumentException("schemes: none (expected: at least one)");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(WIDEST_SKEW) > 0) {
            throw new IllegalArgumentException("clockSkew: " + clockSkew + " (expected: 0 to 5 min)");
        }
    }
}
