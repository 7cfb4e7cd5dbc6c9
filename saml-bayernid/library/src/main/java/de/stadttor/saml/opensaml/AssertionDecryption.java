package de.stadttor.saml.opensaml;

import de.stadttor.saml.opensaml.StrictXml.Unreadable;
import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import de.stadttor.saml.profile.KeyAndCertificate;
import de.stadttor.saml.profile.SamlProfile;
import java.util.List;
import java.util.Set;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.EncryptedAssertion;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.encryption.Decrypter;
import org.opensaml.saml.saml2.encryption.EncryptedElementTypeEncryptedKeyResolver;
import org.opensaml.security.credential.Credential;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.ChainingEncryptedKeyResolver;
import org.opensaml.xmlsec.encryption.support.DecryptionException;
import org.opensaml.xmlsec.encryption.support.EncryptedKeyResolver;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.encryption.support.InlineEncryptedKeyResolver;
import org.opensaml.xmlsec.keyinfo.KeyInfoCredentialResolver;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Element;

/**
 * Check 7: opens the assertion with AES-GCM and RSA-OAEP only. Whatever goes wrong gives the same refusal, so that
 * nobody can use us as an oracle.
 */
public final class AssertionDecryption {

    /**
     * The two SHA-1 entries are the defaults inside OAEP when a message names none; they are harmless there and allow
     * no signature, whose list is another one.
     */
    private static final Set<String> ALGORITHMS = Set.of(
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128_GCM,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM,
            EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP,
            EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP11,
            SignatureConstants.ALGO_ID_DIGEST_SHA1,
            EncryptionConstants.ALGO_ID_DIGEST_SHA256,
            EncryptionConstants.ALGO_ID_DIGEST_SHA512,
            EncryptionConstants.ALGO_ID_MGF1_SHA1,
            EncryptionConstants.ALGO_ID_MGF1_SHA256,
            EncryptionConstants.ALGO_ID_MGF1_SHA512);

    private final DocumentShape shape = new DocumentShape();

    /** Opens the one assertion, or fails with {@link ResponseRefused}. */
    public OpenedAssertion open(ParsedResponse parsed, SamlProfile profile) {
        Response response = parsed.message();
        if (!response.getEncryptedAssertions().isEmpty()) {
            return opened(decrypt(response.getEncryptedAssertions().getFirst(), profile));
        }
        if (profile.policy().encryptionRequired() || response.getAssertions().isEmpty()) {
            throw new ResponseRefused(Rejection.DECRYPTION, "not-encrypted");
        }
        return new OpenedAssertion(response.getAssertions().getFirst());
    }

    private OpenedAssertion opened(Assertion assertion) {
        var element = assertion.getDOM();
        try {
            if (element == null) {
                throw new Unreadable("no-element");
            }
            StrictXml.validate(element);
        } catch (Unreadable e) {
            throw new ResponseRefused(Rejection.DECRYPTION, "failed");
        }
        shape.checkAssertion(element);
        return new OpenedAssertion(assertion);
    }

    private static Assertion decrypt(EncryptedAssertion encrypted, SamlProfile profile) {
        Element element = encrypted.getDOM();
        if (element == null || !EncryptionForm.isPlain(element)) {
            throw new ResponseRefused(Rejection.DECRYPTION, "failed");
        }
        try {
            return decrypter(profile.keys().decryption()).decrypt(encrypted);
        } catch (DecryptionException | RuntimeException e) {
            throw new ResponseRefused(Rejection.DECRYPTION, "failed");
        }
    }

    private static Decrypter decrypter(List<KeyAndCertificate> keys) {
        List<Credential> ours =
                keys.stream().map(AssertionDecryption::credential).toList();
        EncryptedKeyResolver places = new ChainingEncryptedKeyResolver(
                List.of(new InlineEncryptedKeyResolver(), new EncryptedElementTypeEncryptedKeyResolver()));
        KeyInfoCredentialResolver keyKeys = new StaticKeyInfoCredentialResolver(ours);
        var decrypter = new Decrypter(null, keyKeys, places, ALGORITHMS, Set.of());
        decrypter.setRootInNewDocument(true);
        return decrypter;
    }

    private static Credential credential(KeyAndCertificate key) {
        return new BasicX509Credential(key.certificate(), key.privateKey());
    }
}
