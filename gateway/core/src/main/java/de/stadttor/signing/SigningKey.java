package de.stadttor.signing;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * A key pair and when it counts. RSA, because every resource server must be able to verify RS256 and need not be able
 * to verify anything else (RFC 9068, section 2.1).
 */
public record SigningKey(KeyTerm term, RSAPrivateCrtKey secret) {

    private static final String ALGORITHM = "RSA";

    /** Makes a key; one of 3072 bits takes the better part of a second. */
    static SigningKey fresh(KeyTerm term, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(bits);
            return new SigningKey(
                    term, (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (NoSuchAlgorithmException e) {
            throw everyJdkHasRsa(e);
        }
    }

    /** Reads PKCS #8. */
    static SigningKey read(KeyTerm term, byte[] pkcs8) {
        try {
            var spec = new PKCS8EncodedKeySpec(pkcs8);
            return new SigningKey(
                    term, (RSAPrivateCrtKey) KeyFactory.getInstance(ALGORITHM).generatePrivate(spec));
        } catch (NoSuchAlgorithmException e) {
            throw everyJdkHasRsa(e);
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException("signing key " + term.id() + " is no RSA key", e);
        }
    }

    public RSAPublicKey open() {
        try {
            var spec = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
            return (RSAPublicKey) KeyFactory.getInstance(ALGORITHM).generatePublic(spec);
        } catch (NoSuchAlgorithmException e) {
            throw everyJdkHasRsa(e);
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException("modulus and exponent of an RSA key are one", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + term + "]";
    }

    private static IllegalStateException everyJdkHasRsa(NoSuchAlgorithmException e) {
        return new IllegalStateException("RSA is part of every JDK", e);
    }
}
