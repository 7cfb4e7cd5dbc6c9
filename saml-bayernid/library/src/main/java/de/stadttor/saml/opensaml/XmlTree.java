package de.stadttor.saml.opensaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Questions about a DOM tree that are asked of nodes, not of typed objects: what is there, whoever would read it. */
final class XmlTree {

    /** Every spelling that some implementation takes for an ID. */
    private static final Set<String> ID_NAMES = Set.of("ID", "Id", "id", "AssertionID");

    private static final Set<String> MESSAGES = Set.of("Assertion", "EncryptedAssertion");

    private XmlTree() {}

    /** The element and everything below it, in document order. */
    static List<Element> elements(Element top) {
        var found = new ArrayList<Element>();
        collect(top, found);
        return found;
    }

    private static void collect(Element element, List<Element> found) {
        found.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, found);
            }
        }
    }

    static List<Element> named(Element top, String namespace, String localName) {
        return elements(top).stream()
                .filter(element -> is(element, namespace, localName))
                .toList();
    }

    static boolean is(Element element, String namespace, String localName) {
        return namespace.equals(element.getNamespaceURI()) && localName.equals(element.getLocalName());
    }

    static boolean isResponse(Element element) {
        return is(element, SAMLConstants.SAML20P_NS, "Response");
    }

    static boolean isAssertion(Element element) {
        return is(element, SAMLConstants.SAML20_NS, "Assertion");
    }

    static boolean isSignature(Element element) {
        return is(element, SignatureConstants.XMLSIG_NS, "Signature");
    }

    /** A response or an assertion in whichever namespace: an older SAML's is as unwelcome as ours. */
    static boolean isMessageOrAssertion(Element element) {
        return MESSAGES.contains(element.getLocalName()) || "Response".equals(element.getLocalName());
    }

    static boolean hasDuplicateIds(List<Element> elements) {
        var seen = new HashSet<String>();
        return elements.stream()
                .flatMap(element -> attributes(element).stream())
                .filter(attribute -> ID_NAMES.contains(attribute.getLocalName()))
                .anyMatch(attribute -> !seen.add(attribute.getValue()));
    }

    /** Canonicalization is not defined for relative namespace names, and some libraries then digest nothing. */
    static boolean hasRelativeNamespace(List<Element> elements) {
        return elements.stream()
                .flatMap(element -> attributes(element).stream())
                .filter(attribute -> XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()))
                .anyMatch(attribute ->
                        !attribute.getValue().isEmpty() && !attribute.getValue().contains(":"));
    }

    private static List<Attr> attributes(Element element) {
        var attributes = element.getAttributes();
        var found = new ArrayList<Attr>(attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            found.add((Attr) attributes.item(i));
        }
        return found;
    }
}
