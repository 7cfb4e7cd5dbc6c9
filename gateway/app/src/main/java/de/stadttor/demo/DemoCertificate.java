package de.stadttor.demo;

import de.stadttor.saml.testidp.answer.IdpKey;
import de.stadttor.store.server.DemoCertificates.Kept;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;

/** A key with its certificate, on its way from and to the demo's database. */
final class DemoCertificate {

    private DemoCertificate() {}

    static Kept fresh(String commonName) {
        try {
            IdpKey key = IdpKey.generate(commonName);
            return new Kept(key.privateKey().getEncoded(), key.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was made can be written", e);
        }
    }

    static IdpKey read(Kept kept) {
        try {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(kept.certificate()));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(kept.privateKey()));
            return new IdpKey(key, certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the demo's keys cannot be read", e);
        }
    }
}
