package de.stadttor.seals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps secrets in the database unreadable to whoever has the database only: AES-256-GCM (NIST SP 800-38D). */
public final class Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @param seal of this vault's purpose and no other; its code is the key */
    public Vault(Seal seal) {
        this.key = new SecretKeySpec(seal.code("vault".getBytes(StandardCharsets.UTF_8)), "AES");
    }

    /**
     * Locks {@code content} away.
     *
     * @param label what it is and where it stands; it opens under the same label only
     * @return nonce, then ciphertext and tag
     */
    public byte[] lock(String label, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, label).doFinal(content);
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + locked.length);
            System.arraycopy(locked, 0, both, NONCE_BYTES, locked.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** @throws BrokenSeal when it was locked with another key, under another label, or was changed */
    public byte[] unlock(String label, byte[] locked) throws BrokenSeal {
        if (locked.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new BrokenSeal();
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(locked, NONCE_BYTES), label)
                    .doFinal(locked, NONCE_BYTES, locked.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new BrokenSeal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
