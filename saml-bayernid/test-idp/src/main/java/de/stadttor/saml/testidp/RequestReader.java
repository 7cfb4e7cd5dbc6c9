package de.stadttor.saml.testidp;

import de.stadttor.saml.testidp.answer.IdpXml;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Reads AuthnRequests as strictly as the real provider does once version 2 of its extension is mandatory. Codes follow
 * the BundID interface description 10.2, section 9.6, where it has one.
 */
final class RequestReader {

    private static final Duration SKEW = Duration.ofMinutes(2);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final Pattern NCNAME = Pattern.compile("[A-Za-z_][\\w.-]*");
    private static final Set<String> KNOWN_MEANS =
            Set.of("Authega", "Benutzername", "Diia", "eID", "eIDAS", "Elster", "FINK");

    private final ServiceProviders senders;
    private final URI destination;
    private final Clock clock;

    RequestReader(ServiceProviders senders, URI destination, Clock clock) {
        this.senders = senders;
        this.destination = destination;
        this.clock = clock;
    }

    LoginRequest read(IncomingRequest incoming) {
        Element root = parsed(incoming.xml());
        demand(isNamed(root, IdpXml.SAMLP, "AuthnRequest"), "not-an-authn-request");
        ServiceProvider sender =
                senders.find(text(root, IdpXml.SAML, "Issuer")).orElseThrow(() -> new RequestRefused("issuer-unknown"));
        demand(RequestSignature.isValid(incoming, root, sender), "saml-request-not-signed");
        checkEnvelope(root);
        URI consumer = URI.create(root.getAttribute("AssertionConsumerServiceURL"));
        demand(sender.consumers().contains(consumer), "assertion-consumer-unknown");
        return request(root, sender, consumer);
    }

    private static Element parsed(String xml) {
        try {
            return IdpXml.parse(xml).getDocumentElement();
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("xml-unreadable");
        }
    }

    private void checkEnvelope(Element root) {
        demand(NCNAME.matcher(root.getAttribute("ID")).matches(), "id-malformed");
        demand(root.getAttribute("Destination").equals(destination.toString()), "destination-wrong");
        demand(isRecent(root.getAttribute("IssueInstant")), "issue-instant-stale");
        demand(root.getAttribute("ForceAuthn").equals("true"), "force-authn-missing");
        Element context = only(root, IdpXml.SAMLP, "RequestedAuthnContext", "authn-context-missing");
        demand(context.getAttribute("Comparison").equals("minimum"), "comparison-not-minimum");
    }

    private boolean isRecent(String text) {
        try {
            Instant issued = Instant.parse(text);
            return issued.isBefore(clock.instant().plus(SKEW))
                    && issued.isAfter(clock.instant().minus(OLDEST));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static LoginRequest request(Element root, ServiceProvider sender, URI consumer) {
        Element extension = only(root, IdpXml.AKDB, "AuthenticationRequest", "akdb-extension-missing");
        demand(extension.getAttribute("Version").equals("2"), "akdb-extension-v1-deprecated");
        List<Element> wanted = IdpXml.all(extension, IdpXml.AKDB, "RequestedAttribute");
        demand(!wanted.isEmpty(), "requested-attributes-empty");
        demand(
                wanted.stream().allMatch(each -> name(each).startsWith("urn:oid:")),
                "requested-attributes-missing-name");
        String displayName = text(extension, IdpXml.CLASSIC_UI, "OrganizationDisplayName");
        demand(!displayName.isEmpty(), "organization-display-name-missing");
        return new LoginRequest(
                root.getAttribute("ID"),
                sender,
                consumer,
                Level.of(text(root, IdpXml.SAML, "AuthnContextClassRef")),
                means(extension),
                wanted.stream().map(RequestReader::name).collect(Collectors.toUnmodifiableSet()),
                wanted.stream()
                        .filter(each -> each.getAttribute("RequiredAttribute").equals("true"))
                        .map(RequestReader::name)
                        .toList(),
                displayName,
                extension.getAttribute("EnableStatusDetail").equals("true"));
    }

    private static Set<String> means(Element extension) {
        List<Element> lists = IdpXml.all(extension, IdpXml.AKDB, "AuthnMethods");
        if (lists.isEmpty()) {
            return KNOWN_MEANS;
        }
        Set<String> enabled = KNOWN_MEANS.stream()
                .filter(each -> isEnabled(lists.getFirst(), each))
                .collect(Collectors.toUnmodifiableSet());
        demand(!enabled.isEmpty(), "empty-authentication-methods");
        return enabled;
    }

    private static boolean isEnabled(Element methods, String means) {
        List<Element> listed = IdpXml.all(methods, IdpXml.AKDB, means);
        return !listed.isEmpty()
                && IdpXml.all(listed.getFirst(), IdpXml.AKDB, "Enabled").stream()
                        .allMatch(each -> each.getTextContent().strip().equals("true"));
    }

    private static String name(Element attribute) {
        return attribute.getAttribute("Name");
    }

    private static boolean isNamed(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static Element only(Element top, String namespace, String name, String code) {
        List<Element> found = IdpXml.all(top, namespace, name);
        demand(found.size() == 1, code);
        return found.getFirst();
    }

    private static String text(Element top, String namespace, String name) {
        return IdpXml.all(top, namespace, name).stream()
                .findFirst()
                .map(each -> each.getTextContent().strip())
                .orElse("");
    }

    private static void demand(boolean holds, String code) {
        if (!holds) {
            throw new RequestRefused(code);
        }
    }
}
