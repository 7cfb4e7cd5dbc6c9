package de.stadttor.saml.testidp.answer;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Encryption with weak means, or that would make a careless decrypter fetch or run something. */
final class EncryptionAttacks {

    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

    private EncryptionAttacks() {}

    static List<Attack> all() {
        return List.of(
                Attack.named("aes128-cbc").encrypting(plan -> plan.content(EncryptionPlan.AES128_CBC)),
                Attack.named("aes256-cbc").encrypting(plan -> plan.content(EncryptionPlan.AES256_CBC)),
                Attack.named("triple-des").encrypting(plan -> plan.content(EncryptionPlan.TRIPLE_DES)),
                Attack.named("rsa-1_5").encrypting(plan -> plan.transport(EncryptionPlan.RSA_1_5)),
                Attack.named("cipher-reference").finishing((response, _) -> cipherReference(response)),
                Attack.named("retrieval-method").finishing((response, _) -> retrievalMethod(response)),
                Attack.named("two-encrypted-keys").finishing((response, _) -> secondKey(response)),
                Attack.named("damaged-ciphertext").finishing((response, _) -> damage(response)));
    }

    private static void cipherReference(Document response) {
        Element data =
                IdpXml.all(response.getDocumentElement(), XENC, "CipherData").getLast();
        data.setTextContent("");
        Element reference = response.createElementNS(XENC, "xenc:CipherReference");
        reference.setAttribute("URI", "http://127.0.0.1:9/cipher");
        data.appendChild(reference);
    }

    private static void retrievalMethod(Document response) {
        Element keyInfo = IdpXml.first(response.getDocumentElement(), IdpXml.DSIG, "KeyInfo");
        Element method = response.createElementNS(IdpXml.DSIG, "ds:RetrievalMethod");
        method.setAttribute("URI", "http://127.0.0.1:9/key");
        Element transforms = response.createElementNS(IdpXml.DSIG, "ds:Transforms");
        Element transform = response.createElementNS(IdpXml.DSIG, "ds:Transform");
        transform.setAttribute("Algorithm", SigningPlan.XSLT);
        method.appendChild(transforms).appendChild(transform);
        keyInfo.appendChild(method);
    }

    private static void secondKey(Document response) {
        Element key = IdpXml.first(response.getDocumentElement(), XENC, "EncryptedKey");
        key.getParentNode().insertBefore(key.cloneNode(true), key);
    }

    private static void damage(Document response) {
        Element value =
                IdpXml.all(response.getDocumentElement(), XENC, "CipherValue").getLast();
        String text = value.getTextContent();
        int middle = text.length() / 2;
        char other = text.charAt(middle) == 'A' ? 'B' : 'A';
        value.setTextContent(text.substring(0, middle) + other + text.substring(middle + 1));
    }
}
