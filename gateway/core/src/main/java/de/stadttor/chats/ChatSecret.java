package de.stadttor.chats;

import de.stadttor.seals.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Opens a chat once more, for whoever holds it. Kept as its hash only. */
public record ChatSecret(String value) {

    private static final int BYTES = 16;

    /** 128 random bits, base64url. */
    static ChatSecret fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ChatSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256, lower-case hex; enough for 128 random bits. */
    String hash() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "ChatSecret";
    }
}
