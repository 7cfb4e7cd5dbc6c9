package de.stadttor.idempotency;

/**
 * Recognizes a repeated request.
 *
 * @param scope who asks for which operation; keys of different scopes never meet
 * @param key as the client chose it
 * @param fingerprint SHA-256 of what is asked, lower-case hex: the same key with another one is a mistake
 */
public record RequestKey(String scope, String key, String fingerprint) {}
