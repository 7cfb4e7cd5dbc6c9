package de.stadttor.idempotency;

import de.stadttor.seals.Sha256;

/**
 * Recognizes a repeated request.
 *
 * @param scope who asks for which operation; keys of different scopes never meet
 * @param key as the client chose it
 * @param fingerprint SHA-256 of what is asked, lower-case hex: the same key with another one is a mistake
 */
public record RequestKey(String scope, String key, String fingerprint) {

    /** SHA-256 of scope and key: what is stored, so that a key may hold anything. */
    public byte[] hash() {
        return Sha256.of(scope + '\0' + key);
    }
}
