package de.stadttor.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
        try {
            return MessageDigest.getInstance("SHA-256").digest((scope + '\0' + key).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
