package de.stadttor.seals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for one purpose. Seals of different purposes are derived from one installation key (HKDF, RFC 5869), so that a
 * value sealed for one use is never accepted for another.
 */
public final class Seal {

    private static final String MAC = "HmacSHA256";
    private static final int SHORT_MAC_BYTES = 16;

    private final SecretKey key;

    private Seal(SecretKey key) {
        this.key = key;
    }

    /**
     * @param installationKey at least 32 random bytes, the same on every node
     * @param purpose names the use; part of the derivation
     */
    public static Seal derive(byte[] installationKey, String purpose) {
        if (installationKey.length < 32) {
            throw new IllegalArgumentException("installation key: " + installationKey.length + " bytes (expected: 32)");
        }
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(installationKey)
                    .thenExpand(("stadttor/" + purpose).getBytes(StandardCharsets.UTF_8), 32);
            return new Seal(new SecretKeySpec(
                    KDF.getInstance("HKDF-SHA256").deriveKey(MAC, parameters).getEncoded(), MAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is part of every JDK 25", e);
        }
    }

    /** The full 256-bit code over {@code content}. */
    public byte[] code(byte[] content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    /**
     * Seals {@code content} for one audience: readable by whoever looks, accepted only unchanged and from the same
     * {@code audience}.
     *
     * @return base64url without padding: 128-bit code, then the content
     */
    public String close(String audience, byte[] content) {
        byte[] sealed = Arrays.copyOf(shortCode(audience, content), SHORT_MAC_BYTES + content.length);
        System.arraycopy(content, 0, sealed, SHORT_MAC_BYTES, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * Opens what {@link #close} made.
     *
     * @throws BrokenSeal when it was not made here, for this audience, or was changed
     */
    public byte[] open(String audience, String sealed) throws BrokenSeal {
        byte[] bytes = decode(sealed);
        if (bytes.length < SHORT_MAC_BYTES) {
            throw new BrokenSeal();
        }
        byte[] content = Arrays.copyOfRange(bytes, SHORT_MAC_BYTES, bytes.length);
        if (!MessageDigest.isEqual(shortCode(audience, content), Arrays.copyOf(bytes, SHORT_MAC_BYTES))) {
            throw new BrokenSeal();
        }
        return content;
    }

    private static byte[] decode(String sealed) throws BrokenSeal {
        try {
            return Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            throw new BrokenSeal();
        }
    }

    private byte[] shortCode(String audience, byte[] content) {
        byte[] reader = audience.getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(reader, reader.length + 1 + content.length);
        System.arraycopy(content, 0, both, reader.length + 1, content.length);
        return Arrays.copyOf(code(both), SHORT_MAC_BYTES);
    }
}
