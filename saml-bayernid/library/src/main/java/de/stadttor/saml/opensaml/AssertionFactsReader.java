package de.stadttor.saml.opensaml;

import de.stadttor.saml.citizen.ReceivedAttribute;
import de.stadttor.saml.opensaml.AssertionFacts.Authentication;
import de.stadttor.saml.opensaml.AssertionFacts.Confirmation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.Audience;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Conditions;
import org.opensaml.saml.saml2.core.OneTimeUse;
import org.opensaml.saml.saml2.core.ProxyRestriction;
import org.opensaml.saml.saml2.core.SubjectConfirmation;

/** Reads plain values out of an assertion's own objects; nothing is looked up by ID or path. */
final class AssertionFactsReader {

    private AssertionFactsReader() {}

    static AssertionFacts read(Assertion assertion) {
        Conditions conditions = assertion.getConditions();
        var subject = assertion.getSubject();
        return new AssertionFacts(
                assertion.getID(),
                text(assertion.getIssuer()),
                assertion.getIssueInstant(),
                conditions == null ? null : conditions.getNotBefore(),
                conditions == null ? null : conditions.getNotOnOrAfter(),
                conditions == null ? List.of() : audiences(conditions),
                conditions != null && !conditions.getConditions().stream().allMatch(AssertionFactsReader::isKnown),
                subject == null
                        ? List.of()
                        : subject.getSubjectConfirmations().stream()
                                .map(AssertionFactsReader::confirmation)
                                .toList(),
                assertion.getAuthnStatements().stream()
                        .map(AssertionFactsReader::authentication)
                        .toList(),
                assertion.getAttributeStatements().stream()
                        .flatMap(statement -> statement.getAttributes().stream())
                        .map(AssertionFactsReader::attribute)
                        .toList());
    }

    private static boolean isKnown(XMLObject condition) {
        return condition instanceof AudienceRestriction
                || condition instanceof OneTimeUse
                || condition instanceof ProxyRestriction;
    }

    private static List<List<String>> audiences(Conditions conditions) {
        return conditions.getAudienceRestrictions().stream()
                .map(restriction -> restriction.getAudiences().stream()
                        .map(Audience::getURI)
                        .toList())
                .toList();
    }

    private static Confirmation confirmation(SubjectConfirmation confirmation) {
        var data = confirmation.getSubjectConfirmationData();
        return data == null
                ? new Confirmation(confirmation.getMethod(), null, null, null, null)
                : new Confirmation(
                        confirmation.getMethod(),
                        data.getRecipient(),
                        data.getInResponseTo(),
                        data.getNotBefore(),
                        data.getNotOnOrAfter());
    }

    private static Authentication authentication(AuthnStatement statement) {
        var context = statement.getAuthnContext();
        var reference = context == null ? null : context.getAuthnContextClassRef();
        return new Authentication(
                statement.getAuthnInstant(),
                statement.getSessionNotOnOrAfter(),
                reference == null ? null : text(reference));
    }

    private static ReceivedAttribute attribute(Attribute attribute) {
        return new ReceivedAttribute(
                attribute.getName(),
                attribute.getAttributeValues().stream()
                        .map(AssertionFactsReader::text)
                        .toList(),
                attribute.getUnknownAttributes().get(AkdbExtension.TRUST_LEVEL));
    }

    /** The whole text of an element: comments were dropped by the parser and cannot cut it short. */
    private static String text(@Nullable XMLObject object) {
        var element = object == null ? null : object.getDOM();
        return element == null ? "" : element.getTextContent().strip();
    }
}
