package de.stadttor.saml.testidp;

import de.stadttor.saml.testidp.answer.IdpKey;
import de.stadttor.saml.testidp.answer.IdpXml;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the provider's metadata. */
final class ProviderMetadata {

    private ProviderMetadata() {}

    static String write(URI address, List<IdpKey> keys) {
        return """
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="%1$s">\
            <md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\
            %2$s\
            <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>\
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%1$s/sso"/>\
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%1$s/sso"/>\
            </md:IDPSSODescriptor></md:EntityDescriptor>
            """.formatted(
                        IdpXml.escaped(address.toString()),
                        keys.stream().map(ProviderMetadata::key).collect(Collectors.joining()));
    }

    private static String key(IdpKey key) {
        try {
            return """
                <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate>\
                </ds:X509Data></ds:KeyInfo></md:KeyDescriptor>\
                """.formatted(
                            Base64.getEncoder().encodeToString(key.certificate().getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was made can be written", e);
        }
    }
}
