package de.stadttor.saml.testidp;

import de.stadttor.saml.testidp.answer.IdpXml;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Reads a service provider's metadata document. */
public final class ServiceProviderMetadata {

    private ServiceProviderMetadata() {}

    public static ServiceProvider read(String xml) {
        Element entity = IdpXml.parse(xml).getDocumentElement();
        var consumers = IdpXml.all(entity, IdpXml.METADATA, "AssertionConsumerService").stream()
                .map(each -> URI.create(each.getAttribute("Location")))
                .collect(Collectors.toUnmodifiableSet());
        return new ServiceProvider(
                entity.getAttribute("entityID"),
                consumers,
                certificates(entity, "signing"),
                certificates(entity, "encryption").getFirst());
    }

    private static List<X509Certificate> certificates(Element entity, String use) {
        return IdpXml.all(entity, IdpXml.METADATA, "KeyDescriptor").stream()
                .filter(each -> each.getAttribute("use").equals(use))
                .flatMap(each -> IdpXml.all(each, IdpXml.DSIG, "X509Certificate").stream())
                .map(each -> certificate(each.getTextContent()))
                .toList();
    }

    private static X509Certificate certificate(String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("metadata hold no certificate", e);
        }
    }
}
