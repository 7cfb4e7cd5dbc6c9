package de.stadttor.channels.email.automatic;

import de.stadttor.channels.email.mime.HeaderFields;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The mark on every mail we send, by which we know it when it comes back: {@code X-Stadttor-Loop: <nonce>.<hmac>}. It
 * is signed, since anybody could otherwise silence us by copying a header.
 */
public final class LoopMark {

    /** For a reader that knows no key and so trusts no mark. */
    public static final LoopMark UNKNOWN = new LoopMark(new byte[0]);

    public static final String FIELD = "X-Stadttor-Loop";

    private final byte[] key;

    private LoopMark(byte[] key) {
        this.key = key;
    }

    /** With the installation's secret, at least 16 bytes. */
    public static LoopMark signedWith(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("loop key length: " + key.length + " (expected: >= 16)");
        }
        return new LoopMark(key.clone());
    }

    /** The field's value for an outgoing message; {@code nonce} has no dot, such as a UUID. */
    public String write(String nonce) {
        return nonce + "." + signature(nonce);
    }

    boolean isOurs(HeaderFields header) {
        String value = header.raw(FIELD);
        int dot = value == null ? -1 : value.lastIndexOf('.');
        if (value == null || dot < 1 || key.length == 0) {
            return false;
        }
        byte[] told = value.substring(dot + 1).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(told, signature(value.substring(0, dot)).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
