package de.stadttor.saml.testidp.answer;

import static de.stadttor.saml.testidp.answer.SigningPlan.ENVELOPED;
import static de.stadttor.saml.testidp.answer.SigningPlan.EXCLUSIVE;
import static de.stadttor.saml.testidp.answer.SigningPlan.EXCLUSIVE_WITH_COMMENTS;
import static de.stadttor.saml.testidp.answer.SigningPlan.RSA_SHA1;
import static de.stadttor.saml.testidp.answer.SigningPlan.SHA1;
import static de.stadttor.saml.testidp.answer.SigningPlan.XPATH;
import static de.stadttor.saml.testidp.answer.SigningPlan.XSLT;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signatures that are missing, made by the wrong key or made in a way nobody should accept. */
final class SignatureAttacks {

    private SignatureAttacks() {}

    static List<Attack> all() {
        return List.of(
                Attack.named("unsigned").unsigned(),
                Attack.named("unsigned-assertion-in-signed-response").unsigned().signingResponse(),
                Attack.named("changed-after-signing").changingAssertion(Forgery::claimVictim),
                Attack.named("response-changed-after-signing")
                        .signingResponse()
                        .finishing(
                                (response, _) -> response.getDocumentElement().setAttribute("Consent", "urn:x:y")),
                Attack.named("response-signed-by-foreign-key")
                        .finishing((response, workshop) -> workshop.signWithForeignKey(response.getDocumentElement())),
                Attack.named("key-info-substitution").signing(plan -> plan.by(IdpKey.generate("forger"))),
                Attack.named("sha1-signature").signing(plan -> plan.algorithm(RSA_SHA1)),
                Attack.named("sha1-digest").signing(plan -> plan.digest(SHA1)),
                Attack.named("empty-reference").signing(SigningPlan::withEmptyReference),
                Attack.named("canonicalization-with-comments")
                        .signing(plan -> plan.canonicalization(EXCLUSIVE_WITH_COMMENTS)),
                Attack.named("transform-with-comments")
                        .signing(plan -> plan.transforms(ENVELOPED, EXCLUSIVE_WITH_COMMENTS)),
                Attack.named("xpath-transform").signing(plan -> plan.transforms(ENVELOPED, XPATH, EXCLUSIVE)),
                Attack.named("xslt-transform").signing(plan -> plan.transforms(ENVELOPED, XSLT, EXCLUSIVE)),
                Attack.named("several-signed-infos").changingAssertion(SignatureAttacks::secondSignedInfo),
                Attack.named("several-references").changingAssertion(SignatureAttacks::secondReference),
                Attack.named("key-info-retrieval").changingAssertion(SignatureAttacks::retrievedKey),
                Attack.named("object-in-signature").changingAssertion(SignatureAttacks::emptyObject),
                Attack.named("second-signature").changingResponse((response, _) -> secondSignature(response)));
    }

    private static void secondSignedInfo(Element assertion) {
        Element first = IdpXml.first(assertion, IdpXml.DSIG, "SignedInfo");
        first.getParentNode().insertBefore(first.cloneNode(true), first);
    }

    private static void secondReference(Element assertion) {
        Element first = IdpXml.first(assertion, IdpXml.DSIG, "Reference");
        first.getParentNode().appendChild(first.cloneNode(true));
    }

    private static void retrievedKey(Element assertion) {
        Element keyInfo = IdpXml.first(assertion, IdpXml.DSIG, "KeyInfo");
        keyInfo.setTextContent("");
        Element method = assertion.getOwnerDocument().createElementNS(IdpXml.DSIG, "ds:RetrievalMethod");
        method.setAttribute("URI", "http://127.0.0.1:9/key");
        method.setAttribute("Type", IdpXml.DSIG + "rawX509Certificate");
        keyInfo.appendChild(method);
        Forgery.claimVictim(assertion);
    }

    private static void emptyObject(Element assertion) {
        Element signature = Forgery.signature(assertion).getFirst();
        signature.appendChild(assertion.getOwnerDocument().createElementNS(IdpXml.DSIG, "ds:Object"));
    }

    private static void secondSignature(Document response) {
        Element assertion = Forgery.assertion(response);
        Element signature = Forgery.signature(assertion).getFirst();
        IdpXml.first(assertion, IdpXml.SAML, "Subject").appendChild(signature.cloneNode(true));
    }
}
