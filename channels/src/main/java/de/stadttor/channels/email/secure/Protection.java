package de.stadttor.channels.email.secure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a message was protected on its way.
 *
 * @param encrypted true when it was encrypted and could be decrypted
 * @param signer address in the signer's certificate or key; null when there is no valid signature
 */
public record Protection(
        boolean encrypted, Signature signature, @Nullable String signer) {

    public static final Protection NONE = new Protection(false, Signature.NONE, null);

    /** What is known of the signature. */
    public enum Signature {
        /** There is none. */
        NONE,
        /** Mathematically right and the signer's certificate or key is trusted by the configuration. */
        TRUSTED,
        /** Mathematically right, but nobody vouches for the signer. */
        VALID,
        /** The content was changed, or the signature is damaged. */
        INVALID,
        /** It cannot be checked because the signer's key is not known. */
        UNKNOWN_KEY;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Protection decrypted() {
        return new Protection(true, signature, signer);
    }

    /** A wrong signature is not made good by another one. */
    Protection signed(Signature verdict, @Nullable String by) {
        return signature == Signature.INVALID ? this : new Protection(encrypted, verdict, by);
    }
}
