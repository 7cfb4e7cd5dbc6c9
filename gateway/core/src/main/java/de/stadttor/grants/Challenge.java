package de.stadttor.grants;

import de.stadttor.seals.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What an application shows first, to prove later with the verifier that it is still the same (RFC 7636). Only the
 * method {@code S256} exists here: with {@code plain} whoever reads the request knows the verifier.
 *
 * @param value SHA-256 of the verifier, base64url without padding
 */
public record Challenge(String value) {

    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    public Challenge {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a challenge");
        }
    }

    public static boolean isOne(String value) {
        return WRITTEN.matcher(value).matches();
    }

    /** Whether {@code verifier} is the one; false for what cannot be one (section 4.1). */
    public boolean isMetBy(String verifier) {
        String met = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
        return VERIFIER.matcher(verifier).matches()
                && MessageDigest.isEqual(
                        met.getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.US_ASCII));
    }
}
