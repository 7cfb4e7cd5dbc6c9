package de.stadttor.identity.login;

import de.stadttor.web.PublicUrl;
import java.net.URI;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * An identity provider in this very program, with keys that both sides were given: the demo's.
 *
 * @param address where it is reached, without a slash at the end; its entity id is the same
 * @param certificate what its answers are signed with
 * @param serviceHost host in our own entity id, for which its pseudonyms are made
 * @param signing our key for requests
 * @param decryption our key for answers
 */
public record LocalProvider(
        URI address, X509Certificate certificate, String serviceHost, ServiceKey signing, ServiceKey decryption) {

    /** Our own name there: the address of our metadata, at the host that the pseudonyms are made for. */
    public String entityId(PublicUrl publicUrl, String profile) {
        return publicUrl.resolve("/saml2/metadata/" + profile).replaceFirst("//[^/:]+", "//" + serviceHost);
    }

    /** A key of ours with its certificate. */
    public record ServiceKey(PrivateKey privateKey, X509Certificate certificate) {}
}
