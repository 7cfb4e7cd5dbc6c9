package de.stadttor.machines;

import de.stadttor.seals.BrokenSeal;
import de.stadttor.seals.Vault;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that we share with clients: made here, told once, and kept so that the database alone does not tell them.
 */
public final class SharedKeys {

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Vault vault;
    private final SecureRandom random;

    public SharedKeys(Vault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    /** A new key, as its client gets it: Base64. */
    String fresh() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    String locked(String client, String key) {
        return Base64.getEncoder()
                .encodeToString(vault.lock(client, Base64.getDecoder().decode(key)));
    }

    /** Whether {@code code} is the HMAC-SHA-256 of {@code content} with the client's key. */
    boolean fits(String client, IntakeClient.Proof.Signature proof, byte[] content, byte[] code) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(vault.unlock(client, Base64.getDecoder().decode(proof.lockedKey())), MAC));
            return MessageDigest.isEqual(mac.doFinal(content), code);
        } catch (BrokenSeal e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
