package de.stadttor.saml.opensaml;

import de.stadttor.saml.profile.KeyAndCertificate;
import de.stadttor.saml.profile.SignatureScheme;
import org.opensaml.saml.common.SAMLObjectContentReference;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.Signer;
import org.w3c.dom.Element;

/**
 * Signs a message within itself. OpenSAML 4.0.1 has no descriptor for RSA-PSS, so its parameter resolver finds nothing;
 * setting the algorithm on the signature itself needs none.
 */
final class EnvelopedSigning {

    private EnvelopedSigning() {}

    static Element sign(SignableSAMLObject message, KeyAndCertificate key, SignatureScheme scheme) {
        var signature = SamlObjects.create(Signature.DEFAULT_ELEMENT_NAME, Signature.class);
        signature.setSigningCredential(new BasicX509Credential(key.certificate(), key.privateKey()));
        signature.setSignatureAlgorithm(scheme.uri());
        signature.setCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        message.setSignature(signature);
        ((SAMLObjectContentReference) signature.getContentReferences().getFirst())
                .setDigestAlgorithm(EncryptionConstants.ALGO_ID_DIGEST_SHA256);
        Element element = SamlObjects.marshalled(message);
        try {
            Signer.signObject(signature);
        } catch (SignatureException e) {
            throw new IllegalStateException("our own signing key does not sign", e);
        }
        return element;
    }
}
