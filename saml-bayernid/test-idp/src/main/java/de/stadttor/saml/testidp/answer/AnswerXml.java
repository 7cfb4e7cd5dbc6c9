package de.stadttor.saml.testidp.answer;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes drafts as XML, in the shape of the real provider's answers. */
final class AnswerXml {

    private static final String ASSERTION = """
        <saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" \
        xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        ID="{ASSERTION_ID}" IssueInstant="{ISSUED_AT}" Version="2.0">\
        <saml2:Issuer>{ASSERTION_ISSUER}</saml2:Issuer>\
        <saml2:Subject>\
        <saml2:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">{NAME_ID}</saml2:NameID>\
        <saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\
        <saml2:SubjectConfirmationData Address="198.51.100.7" InResponseTo="{IN_RESPONSE_TO}" \
        NotBefore="{CONFIRMATION_NOT_BEFORE}" NotOnOrAfter="{CONFIRMATION_NOT_ON_OR_AFTER}" Recipient="{RECIPIENT}"/>\
        </saml2:SubjectConfirmation></saml2:Subject>\
        <saml2:Conditions NotBefore="{NOT_BEFORE}" NotOnOrAfter="{NOT_ON_OR_AFTER}">\
        <saml2:AudienceRestriction><saml2:Audience>{AUDIENCE}</saml2:Audience></saml2:AudienceRestriction>\
        </saml2:Conditions>\
        <saml2:AuthnStatement AuthnInstant="{AUTHN_INSTANT}" SessionIndex="_s01">\
        <saml2:SubjectLocality Address="198.51.100.7"/>\
        <saml2:AuthnContext><saml2:AuthnContextClassRef>{CLASS_REF}</saml2:AuthnContextClassRef></saml2:AuthnContext>\
        </saml2:AuthnStatement>\
        <saml2:AttributeStatement>{DATA}</saml2:AttributeStatement>\
        </saml2:Assertion>\
        """;

    private static final String RESPONSE = """
        <saml2p:Response xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" Destination="{DESTINATION}" \
        ID="{RESPONSE_ID}" InResponseTo="{RESPONSE_IN_RESPONSE_TO}" IssueInstant="{RESPONSE_ISSUED_AT}" Version="2.0">\
        <saml2:Issuer xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">{RESPONSE_ISSUER}</saml2:Issuer>\
        <saml2p:Status>{STATUS}</saml2p:Status></saml2p:Response>\
        """;

    private static final String SUCCESS = "<saml2p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/>";

    private AnswerXml() {}

    static Document assertion(AnswerDraft draft) {
        String data = draft.data().stream().map(AnswerXml::datum).collect(Collectors.joining());
        return document(ASSERTION.replace("{DATA}", data), draft);
    }

    static Document response(AnswerDraft draft) {
        return document(RESPONSE.replace("{STATUS}", SUCCESS), draft);
    }

    /** An answer without an assertion. */
    static Document failure(AnswerDraft draft, Failure failure) {
        return document(RESPONSE.replace("{STATUS}", failure.xml()), draft);
    }

    private static String datum(Datum datum) {
        return """
            <saml2:Attribute Name="%s" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" \
            xmlns:akdb="https://www.akdb.de/request/2018/09" akdb:TrustLevel="%s">\
            <saml2:AttributeValue xsi:type="xsd:string">%s</saml2:AttributeValue></saml2:Attribute>\
            """.formatted(
                        IdpXml.escaped(datum.name()), IdpXml.escaped(datum.trust()), IdpXml.escaped(datum.value()));
    }

    private static Document document(String template, AnswerDraft draft) {
        String xml = Arrays.stream(Field.values())
                .reduce(
                        template,
                        (text, field) -> text.replace("{" + field + "}", IdpXml.escaped(draft.value(field))),
                        (_, last) -> last);
        Document document = IdpXml.parse(xml);
        dropEmptyAttributes(document.getDocumentElement());
        return document;
    }

    private static void dropEmptyAttributes(Element top) {
        IdpXml.all(top, "*", "*").forEach(AnswerXml::dropEmpty);
        dropEmpty(top);
    }

    private static void dropEmpty(Element element) {
        var attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            var attribute = (Attr) attributes.item(i);
            if (attribute.getValue().isEmpty()) {
                element.removeAttributeNode(attribute);
            }
        }
    }
}
