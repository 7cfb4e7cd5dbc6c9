package de.stadttor.grants;

import de.stadttor.seals.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** A code or refresh token: whoever holds it may use it, once. Kept as its hash only. */
public record Secret(String value) {

    private static final int BYTES = 32;

    /** 256 random bits, base64url. */
    static Secret fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256, lower-case hex; enough for 256 random bits. */
    public String hash() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
