package de.stadttor.saml.testidp.answer;

import java.security.cert.X509Certificate;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes the XML of answers, honest ones and broken ones alike. */
public final class AnswerMaker {

    private static final XmlSigner SIGNER = new XmlSigner();
    private static final XmlEncrypter ENCRYPTER = new XmlEncrypter();

    private final IdpKey key;

    public AnswerMaker(IdpKey key) {
        this.key = key;
    }

    /**
     * An answer with an assertion.
     *
     * @param recipient to encrypt to
     * @param encrypted whether the assertion is encrypted at all
     */
    public String success(AnswerDraft draft, X509Certificate recipient, boolean encrypted, Attack attack) {
        AnswerDraft changed = attack.draft().apply(draft);
        var plan = attack.encryption().apply(EncryptionPlan.usual(recipient));
        var workshop = new ForgersWorkshop(plan);
        Document response = AnswerXml.response(changed);
        response.getDocumentElement().appendChild(response.importNode(assertion(changed, attack), true));
        attack.response().accept(response, workshop);
        if (encrypted) {
            ENCRYPTER.encryptAll(response, plan);
        }
        if (attack.signedResponse()) {
            SIGNER.sign(response.getDocumentElement(), SigningPlan.usual(key));
        }
        attack.finished().accept(response, workshop);
        return attack.text().apply(IdpXml.text(response));
    }

    /** An answer that says no, unsigned as the provider's may be. */
    public String failure(AnswerDraft draft, Failure failure) {
        return IdpXml.text(AnswerXml.failure(draft, failure));
    }

    private Element assertion(AnswerDraft draft, Attack attack) {
        Element assertion = AnswerXml.assertion(draft).getDocumentElement();
        if (!attack.unsignedAssertion()) {
            SIGNER.sign(assertion, attack.signing().apply(SigningPlan.usual(key)));
        }
        attack.assertion().accept(assertion);
        return assertion;
    }

    private record ForgersWorkshop(EncryptionPlan plan) implements Attack.Workshop {

        @Override
        public void encrypt(Document document) {
            ENCRYPTER.encryptAll(document, plan);
        }

        @Override
        public void signWithForeignKey(Element element) {
            SIGNER.sign(element, SigningPlan.usual(IdpKey.generate("forger")));
        }
    }
}
