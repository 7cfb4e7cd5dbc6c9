package de.stadttor.saml.bench;

import de.stadttor.saml.testidp.answer.IdpKey;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.encryption.Decrypter;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.DecryptionException;
import org.opensaml.xmlsec.encryption.support.InlineEncryptedKeyResolver;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;

/** What cannot be avoided: parse, decrypt, verify the one signature. No check of anything else. */
final class BareOpenSaml {

    private final BasicX509Credential provider;
    private final StaticKeyInfoCredentialResolver ours;

    BareOpenSaml(IdpKey provider, IdpKey decryption) {
        this.provider = new BasicX509Credential(provider.certificate());
        ours = new StaticKeyInfoCredentialResolver(
                List.of(new BasicX509Credential(decryption.certificate(), decryption.privateKey())));
    }

    /** The assertion's ID; fails if the message is not genuine. */
    String consume(String samlResponse) {
        try {
            var pool = XMLObjectProviderRegistrySupport.getParserPool();
            var response = (Response) XMLObjectSupport.unmarshallFromInputStream(
                    pool, new ByteArrayInputStream(Base64.getDecoder().decode(samlResponse)));
            var decrypter = new Decrypter(null, ours, new InlineEncryptedKeyResolver());
            decrypter.setRootInNewDocument(true);
            Assertion assertion =
                    decrypter.decrypt(response.getEncryptedAssertions().getFirst());
            SignatureValidator.validate(Objects.requireNonNull(assertion.getSignature()), provider);
            return assertion.getID();
        } catch (XMLParserException | UnmarshallingException | DecryptionException | SignatureException e) {
            throw new IllegalStateException("a genuine answer does not verify", e);
        }
    }
}
