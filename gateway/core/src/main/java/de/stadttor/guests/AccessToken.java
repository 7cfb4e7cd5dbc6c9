package de.stadttor.guests;

import de.stadttor.seals.Sha256;
import java.util.Base64;

/** A secret that opens something; kept as its hash only. */
public record AccessToken(String secret) {

    static AccessToken of(byte[] secret) {
        return new AccessToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** SHA-256, lower-case hex; enough for a secret of 256 random bits. */
    public String hash() {
        return Sha256.hex(secret);
    }

    @Override
    public String toString() {
        return "AccessToken";
    }
}
