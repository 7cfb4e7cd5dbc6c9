package de.stadttor.saml.login;

import java.security.SecureRandom;
import java.util.Base64;

/** Text nobody can guess. */
final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** 43 characters of Base64url. */
    static String of256Bits() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
