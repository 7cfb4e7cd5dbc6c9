package de.stadttor.saml.profile;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;

/**
 * One of our own key pairs, with the certificate that our metadata publish.
 *
 * @param privateKey RSA
 * @param certificate self-signed is the custom; only its public key matters
 */
public record KeyAndCertificate(PrivateKey privateKey, X509Certificate certificate) {

    /** BSI TR-03116-4 asks for 3000 bit; less than 2048 would be no protection at all. */
    private static final int FEWEST_BITS = 2048;

    public KeyAndCertificate {
        if (!isLongEnough(certificate.getPublicKey())) {
            throw new IllegalArgumentException(
                    "key: " + certificate.getPublicKey().getAlgorithm() + " (expected: RSA with at least " + FEWEST_BITS
                            + " bit)");
        }
    }

    /** Whether a key may take part at all. */
    public static boolean isLongEnough(PublicKey key) {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= FEWEST_BITS;
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "KeyAndCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
