package de.stadttor.saml.testidp.answer;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

/** XML that is meant for the parser. Those of the second list are harmless if, and only if, comments are dropped. */
final class XmlAttacks {

    private static final int DEEP = 20_000;

    private XmlAttacks() {}

    static List<Attack> all() {
        return List.of(
                Attack.named("doctype").writing(xml -> "<!DOCTYPE r>" + xml),
                Attack.named("entity-expansion").writing(xml -> laughs() + consent(xml, "&e9;")),
                Attack.named("external-entity")
                        .writing(xml ->
                                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + consent(xml, "&e;")),
                Attack.named("external-dtd").writing(xml -> "<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/x.dtd\">" + xml),
                Attack.named("deep-nesting").writing(XmlAttacks::deep),
                Attack.named("unknown-encoding").writing(xml -> "<?xml version=\"1.0\" encoding=\"x-nothing\"?>" + xml),
                Attack.named("not-xml").writing(_ -> "SAMLResponse"),
                Attack.named("truncated").writing(xml -> xml.substring(0, xml.length() / 2)),
                Attack.named("relative-namespace").finishing((response, _) -> relativeNamespace(response)),
                Attack.named("trailing-junk").writing(xml -> xml + "<x/>"));
    }

    /** The comment is put in after signing; canonicalization without comments does not see it. */
    static List<Attack> comments() {
        return List.of(
                Attack.named("comment-in-person-key").changingAssertion(XmlAttacks::cutPersonKey),
                Attack.named("comment-in-name-id")
                        .changingAssertion(assertion -> cut(IdpXml.first(assertion, IdpXml.SAML, "NameID"))));
    }

    private static void cutPersonKey(Element assertion) {
        IdpXml.all(assertion, IdpXml.SAML, "Attribute").stream()
                .filter(each -> each.getAttribute("Name").equals(Oids.BPK2))
                .forEach(each -> cut(IdpXml.first(each, IdpXml.SAML, "AttributeValue")));
    }

    private static void cut(Element element) {
        var text = (Text) element.getFirstChild();
        Text rest = text.splitText(text.getLength() / 2);
        element.insertBefore(element.getOwnerDocument().createComment("cut"), rest);
    }

    private static String laughs() {
        var dtd = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"ha\">");
        for (int i = 1; i <= 9; i++) {
            dtd.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return dtd.append("]>").toString();
    }

    private static String consent(String xml, String value) {
        return xml.replaceFirst("<saml2p:Response ", "<saml2p:Response Consent=\"" + value + "\" ");
    }

    /** In a namespace of its own, which the schema lets pass inside Extensions. */
    private static String deep(String xml) {
        String nest = "<x xmlns=\"urn:example:deep\">" + "<x>".repeat(DEEP) + "</x>".repeat(DEEP) + "</x>";
        return xml.replaceFirst(
                "<saml2p:Status>", "<saml2p:Extensions>" + nest + "</saml2p:Extensions><saml2p:Status>");
    }

    private static void relativeNamespace(Document response) {
        Element root = response.getDocumentElement();
        Element extensions = response.createElementNS(IdpXml.SAMLP, "saml2p:Extensions");
        extensions.appendChild(response.createElementNS("relative", "r:x"));
        root.insertBefore(extensions, IdpXml.first(root, IdpXml.SAMLP, "Status"));
    }
}
