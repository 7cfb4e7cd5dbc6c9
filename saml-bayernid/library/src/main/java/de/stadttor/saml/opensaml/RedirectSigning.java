package de.stadttor.saml.opensaml;

import de.stadttor.saml.profile.KeyAndCertificate;
import de.stadttor.saml.profile.SignatureScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Signs the query of the Redirect binding (SAML 2.0 Bindings, 3.4.4.1); OpenSAML's own way cannot do RSA-PSS. */
final class RedirectSigning {

    private RedirectSigning() {}

    static URI sign(URI destination, byte[] xml, String relayState, KeyAndCertificate key, SignatureScheme scheme) {
        String signed = "SAMLRequest=" + encoded(Base64.getEncoder().encodeToString(deflated(xml)))
                + "&RelayState=" + encoded(relayState)
                + "&SigAlg=" + encoded(scheme.uri());
        String signature = Base64.getEncoder().encodeToString(signature(signed, key, scheme));
        String separator = destination.getRawQuery() == null ? "?" : "&";
        return URI.create(destination + separator + signed + "&Signature=" + encoded(signature));
    }

    private static byte[] signature(String text, KeyAndCertificate key, SignatureScheme scheme) {
        try {
            var signature = engine(scheme);
            signature.initSign(key.privateKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("our own signing key does not sign", e);
        }
    }

    private static Signature engine(SignatureScheme scheme) throws GeneralSecurityException {
        return switch (scheme) {
            case RSA_SHA256 -> Signature.getInstance("SHA256withRSA");
            case RSA_PSS_SHA256 -> pss("SHA-256", MGF1ParameterSpec.SHA256, 32);
            case RSA_PSS_SHA384 -> pss("SHA-384", MGF1ParameterSpec.SHA384, 48);
            case RSA_PSS_SHA512 -> pss("SHA-512", MGF1ParameterSpec.SHA512, 64);
        };
    }

    private static Signature pss(String digest, AlgorithmParameterSpec mask, int saltLength)
            throws GeneralSecurityException {
        var signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec(digest, "MGF1", mask, saltLength, 1));
        return signature;
    }

    private static byte[] deflated(byte[] xml) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write(xml);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written to", e);
        }
        return bytes.toByteArray();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
