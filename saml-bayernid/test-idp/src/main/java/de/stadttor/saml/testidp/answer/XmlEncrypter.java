package de.stadttor.saml.testidp.answer;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.xml.XMLConstants;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.KeyInfo;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Encrypts assertions where they stand. */
final class XmlEncrypter {

    static {
        Init.init();
    }

    /** Replaces every outermost assertion of a document by an encrypted one. */
    void encryptAll(Document document, EncryptionPlan plan) {
        List<Element> assertions = IdpXml.all(document.getDocumentElement(), IdpXml.SAML, "Assertion").stream()
                .filter(XmlEncrypter::isOutermost)
                .toList();
        assertions.forEach(each -> encrypt(each, plan));
    }

    private static boolean isOutermost(Element assertion) {
        for (var parent = assertion.getParentNode();
                parent instanceof Element element;
                parent = parent.getParentNode()) {
            if ("Assertion".equals(element.getLocalName())) {
                return false;
            }
        }
        return true;
    }

    private static void encrypt(Element assertion, EncryptionPlan plan) {
        Document document = assertion.getOwnerDocument();
        Element wrapper = document.createElementNS(IdpXml.SAML, "saml2:EncryptedAssertion");
        wrapper.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:saml2", IdpXml.SAML);
        assertion.getParentNode().replaceChild(wrapper, assertion);
        wrapper.appendChild(assertion);
        try {
            SecretKey key = contentKey(plan.content());
            var cipher = XMLCipher.getInstance(plan.content());
            cipher.init(XMLCipher.ENCRYPT_MODE, key);
            var keyInfo = new KeyInfo(document);
            keyInfo.add(wrappedKey(document, key, plan));
            cipher.getEncryptedData().setKeyInfo(keyInfo);
            cipher.doFinal(document, assertion);
        } catch (Exception e) { // XMLCipher.doFinal declares nothing narrower
            throw new IllegalStateException("cannot encrypt as planned", e);
        }
    }

    private static EncryptedKey wrappedKey(Document document, SecretKey key, EncryptionPlan plan)
            throws XMLSecurityException {
        var cipher = XMLCipher.getInstance(plan.transport(), null, orNull(plan.digest()));
        cipher.init(XMLCipher.WRAP_MODE, plan.recipient().getPublicKey());
        return cipher.encryptKey(document, key, orNull(plan.mask()), null);
    }

    private static SecretKey contentKey(String cipher) throws GeneralSecurityException {
        boolean tripleDes = cipher.equals(EncryptionPlan.TRIPLE_DES);
        var generator = KeyGenerator.getInstance(tripleDes ? "DESede" : "AES");
        generator.init(tripleDes ? 168 : cipher.contains("256") ? 256 : 128);
        return generator.generateKey();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
