package de.stadttor.saml.testidp.answer;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key pair with a self-signed certificate, made on the spot: for tests and demonstrations, never for a city. */
public record IdpKey(PrivateKey privateKey, X509Certificate certificate) {

    private static final int BITS = 3072;
    private static final Duration LIFE = Duration.ofDays(730);
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A new key pair, valid for two years.
     *
     * @param commonName becomes {@code CN=…}; letters, digits, dots and blanks
     */
    public static IdpKey generate(String commonName) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new IdpKey(pair.getPrivate(), certificate(pair, commonName));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    /** The private key in PEM, as settings take it. */
    public String privateKeyPem() {
        return pem(privateKey);
    }

    /** The certificate in PEM, as settings take it. */
    public String certificatePem() {
        return pem(certificate);
    }

    private static X509Certificate certificate(KeyPair pair, String commonName)
            throws GeneralSecurityException, OperatorCreationException {
        var name = new X500Principal("CN=" + commonName);
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, RANDOM),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(LIFE)),
                name,
                pair.getPublic());
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static String pem(Object object) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "IdpKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
