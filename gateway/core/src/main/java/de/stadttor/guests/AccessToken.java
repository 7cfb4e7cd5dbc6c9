package de.stadttor.guests;

import de.stadttor.seals.Sha256;

/** A secret that opens something; kept as its hash only. */
public record AccessToken(String secret) {

    /** SHA-256, lower-case hex; enough for a secret of 256 random bits. */
    public String hash() {
        return Sha256.hex(secret);
    }

    @Override
    public String toString() {
        return "AccessToken";
    }
}
