package de.stadttor.saml.testidp.answer;

import java.security.cert.X509Certificate;

/**
 * How an assertion is encrypted.
 *
 * @param content identifier of the content cipher
 * @param transport identifier of the key transport
 * @param digest identifier of the digest inside OAEP; empty for its default
 * @param mask identifier of the mask function inside OAEP; empty for its default
 */
public record EncryptionPlan(X509Certificate recipient, String content, String transport, String digest, String mask) {

    public static final String AES128_GCM = "http://www.w3.org/2009/xmlenc11#aes128-gcm";
    public static final String AES256_GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
    public static final String AES128_CBC = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
    public static final String AES256_CBC = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    public static final String TRIPLE_DES = "http://www.w3.org/2001/04/xmlenc#tripledes-cbc";
    public static final String OAEP = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
    public static final String OAEP_MGF1P = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    public static final String RSA_1_5 = "http://www.w3.org/2001/04/xmlenc#rsa-1_5";
    public static final String MGF1_SHA256 = "http://www.w3.org/2009/xmlenc11#mgf1sha256";

    /** AES-256-GCM with RSA-OAEP, all on SHA-256. */
    public static EncryptionPlan usual(X509Certificate recipient) {
        return new EncryptionPlan(recipient, AES256_GCM, OAEP, SigningPlan.SHA256, MGF1_SHA256);
    }

    public EncryptionPlan content(String other) {
        return new EncryptionPlan(recipient, other, transport, digest, mask);
    }

    /** Without digest and mask, so that the transport's defaults hold. */
    public EncryptionPlan transport(String other) {
        return new EncryptionPlan(recipient, content, other, "", "");
    }
}
