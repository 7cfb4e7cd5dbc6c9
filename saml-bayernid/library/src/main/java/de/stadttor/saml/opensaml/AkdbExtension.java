package de.stadttor.saml.opensaml;

import de.stadttor.saml.citizen.Means;
import de.stadttor.saml.profile.RequestStyle;
import de.stadttor.saml.profile.RequestedAttribute;
import de.stadttor.saml.profile.SamlProfile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.namespace.QName;
import org.opensaml.core.xml.schema.XSAny;
import org.opensaml.core.xml.schema.impl.XSAnyBuilder;

/**
 * The operator's extension of the AuthnRequest, version 2. No schema of it is public; the structure follows the samples
 * of the BundID interface description 10.2, section 9.
 */
final class AkdbExtension {

    private static final String AKDB = "https://www.akdb.de/request/2018/09";
    private static final String CLASSIC_UI = "https://www.akdb.de/request/2018/09/classic-ui/v1";

    /** On each attribute of an answer: how far that one datum can be trusted. */
    static final QName TRUST_LEVEL = new QName(AKDB, "TrustLevel");

    private static final Set<String> LANGUAGES = Set.of("de", "en", "ru", "uk");

    private AkdbExtension() {}

    static XSAny of(SamlProfile profile, AuthnRequestDraft draft) {
        RequestStyle style = profile.request();
        var request = akdb("AuthenticationRequest");
        set(request, "Version", "2");
        set(request, "EnableStatusDetail", "true");
        add(request, methods(style.meansFor(draft.level())));
        add(request, attributes(style.attributes()));
        add(request, display(profile, draft.locale()));
        return request;
    }

    private static XSAny methods(List<Means> means) {
        var methods = akdb("AuthnMethods");
        for (Means each : means) {
            var method = akdb(each.name());
            add(method, withText(akdb("Enabled"), "true"));
            add(methods, method);
        }
        return methods;
    }

    private static XSAny attributes(List<RequestedAttribute> wanted) {
        var attributes = akdb("RequestedAttributes");
        for (RequestedAttribute each : wanted) {
            var attribute = akdb("RequestedAttribute");
            set(attribute, "Name", each.attribute().urn());
            set(attribute, "RequiredAttribute", String.valueOf(each.required()));
            add(attributes, attribute);
        }
        return attributes;
    }

    private static XSAny display(SamlProfile profile, Locale locale) {
        var version = classicUi("Version");
        add(
                version,
                withText(classicUi("OrganizationDisplayName"), profile.request().organizationDisplayName()));
        add(version, withText(classicUi("Lang"), language(locale)));
        add(version, withText(classicUi("BackURL"), profile.back().toString()));
        String onlineServiceId = profile.request().onlineServiceId();
        if (onlineServiceId != null) {
            add(version, withText(classicUi("OnlineServiceId"), onlineServiceId));
        }
        var display = akdb("DisplayInformation");
        add(display, version);
        return display;
    }

    private static String language(Locale locale) {
        return LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "de";
    }

    private static XSAny akdb(String name) {
        return new XSAnyBuilder().buildObject(AKDB, name, "akdb");
    }

    private static XSAny classicUi(String name) {
        return new XSAnyBuilder().buildObject(CLASSIC_UI, name, "classic-ui");
    }

    private static XSAny withText(XSAny element, String text) {
        element.setTextContent(text);
        return element;
    }

    private static void set(XSAny element, String name, String value) {
        element.getUnknownAttributes().put(new QName(name), value);
    }

    private static void add(XSAny parent, XSAny child) {
        parent.getUnknownXMLObjects().add(child);
    }
}
