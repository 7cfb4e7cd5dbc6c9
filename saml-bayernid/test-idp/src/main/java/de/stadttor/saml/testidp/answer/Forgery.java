package de.stadttor.saml.testidp.answer;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Moves that the attacks share: copying what was signed, and saying something else in the copy. */
final class Forgery {

    static final String VICTIM = "demo-victim";

    private Forgery() {}

    static Element assertion(Document response) {
        return IdpXml.first(response.getDocumentElement(), IdpXml.SAML, "Assertion");
    }

    /** A copy of an assertion about somebody else, with an ID of its own and without its signature. */
    static Element forged(Element assertion) {
        var copy = (Element) assertion.cloneNode(true);
        copy.setAttribute("ID", "_forged");
        signature(copy).forEach(Forgery::remove);
        claimVictim(copy);
        return copy;
    }

    static void claimVictim(Element assertion) {
        IdpXml.all(assertion, IdpXml.SAML, "Attribute").stream()
                .filter(each -> each.getAttribute("Name").equals(Oids.BPK2))
                .forEach(each ->
                        IdpXml.first(each, IdpXml.SAML, "AttributeValue").setTextContent(VICTIM));
    }

    /** The signature that is a direct child of the element; empty if there is none. */
    static List<Element> signature(Element element) {
        return IdpXml.all(element, IdpXml.DSIG, "Signature").stream()
                .filter(each -> element.isSameNode(each.getParentNode()))
                .toList();
    }

    static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }

    /** Puts a signature where the schema wants it: behind the Issuer. */
    static void addSignature(Element element, Element signature) {
        Element issuer = IdpXml.first(element, IdpXml.SAML, "Issuer");
        element.insertBefore(signature, issuer.getNextSibling());
    }

    /** Appends a ds:Object with the given content to a signature. */
    static void addObject(Element signature, Element content) {
        Element object = signature.getOwnerDocument().createElementNS(IdpXml.DSIG, "ds:Object");
        object.appendChild(content);
        signature.appendChild(object);
    }
}
