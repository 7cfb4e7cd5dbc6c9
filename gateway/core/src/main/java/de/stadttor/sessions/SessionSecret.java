package de.stadttor.sessions;

import de.stadttor.seals.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** What a browser shows to be a session's; kept as its hash only. */
public record SessionSecret(String value) {

    private static final int BYTES = 32;

    /** 256 random bits, so that a plain hash of it tells nothing. */
    public static SessionSecret random(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new SessionSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** SHA-256, lower-case hex. */
    public String hash() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "SessionSecret";
    }
}
