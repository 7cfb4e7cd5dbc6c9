package de.stadttor.saml.opensaml;

import java.util.List;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Element;

/**
 * The form of an encrypted assertion: one piece of data, one key, both right here. References to elsewhere could make
 * decryption fetch or transform things (Shibboleth advisory of 12 December 2022).
 */
final class EncryptionForm {

    private static final String XENC = EncryptionConstants.XMLENC_NS;
    private static final String TYPE_ENCRYPTED_KEY = XENC + "EncryptedKey";

    private EncryptionForm() {}

    static boolean isPlain(Element encryptedAssertion) {
        List<Element> keys = XmlTree.named(encryptedAssertion, XENC, "EncryptedKey");
        return XmlTree.named(encryptedAssertion, XENC, "EncryptedData").size() == 1
                && keys.size() == 1
                && XmlTree.named(encryptedAssertion, XENC, "CipherReference").isEmpty()
                && XmlTree.named(encryptedAssertion, SignatureConstants.XMLSIG_NS, "Transforms")
                        .isEmpty()
                && XmlTree.named(encryptedAssertion, SignatureConstants.XMLSIG_NS, "RetrievalMethod").stream()
                        .allMatch(method -> pointsTo(keys.getFirst(), method));
    }

    /** OpenSAML-based providers may say where the key is that we hold already; we never follow it. */
    private static boolean pointsTo(Element key, Element retrievalMethod) {
        String id = key.getAttribute("Id");
        return !id.isEmpty()
                && retrievalMethod.getAttribute("URI").equals("#" + id)
                && retrievalMethod.getAttribute("Type").equals(TYPE_ENCRYPTED_KEY)
                && retrievalMethod.getFirstChild() == null;
    }
}
