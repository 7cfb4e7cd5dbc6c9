package de.stadttor.saml.opensaml;

import de.stadttor.saml.profile.SamlProfile;
import java.net.URI;
import java.util.Base64;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Extensions;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameIDPolicy;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;

/** Writes signed AuthnRequests for both bindings. Signing is costly, so this belongs on a worker. */
public final class AuthnRequestWriter {

    /** The value of {@code SAMLRequest} for a form: Base64, with an enveloped signature. */
    public String form(SamlProfile profile, AuthnRequestDraft draft) {
        var request = request(profile, draft);
        var signed = EnvelopedSigning.sign(
                request, profile.keys().signing().getFirst(), profile.request().scheme());
        return Base64.getEncoder().encodeToString(SamlObjects.bytes(signed));
    }

    /** The whole address for a redirect, with the signature in its query. */
    public URI address(SamlProfile profile, AuthnRequestDraft draft, String relayState) {
        var xml = SamlObjects.bytes(SamlObjects.marshalled(request(profile, draft)));
        return RedirectSigning.sign(
                draft.destination(),
                xml,
                relayState,
                profile.keys().signing().getFirst(),
                profile.request().scheme());
    }

    private static AuthnRequest request(SamlProfile profile, AuthnRequestDraft draft) {
        var request = SamlObjects.create(AuthnRequest.DEFAULT_ELEMENT_NAME, AuthnRequest.class);
        request.setID(draft.id());
        request.setIssueInstant(draft.issuedAt());
        request.setDestination(draft.destination().toString());
        request.setAssertionConsumerServiceURL(profile.assertionConsumer().toString());
        request.setProtocolBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        request.setForceAuthn(true);
        request.setIsPassive(false);
        request.setIssuer(issuer(profile));
        request.setExtensions(extensions(profile, draft));
        request.setNameIDPolicy(transientName());
        request.setRequestedAuthnContext(atLeast(draft));
        return request;
    }

    private static Issuer issuer(SamlProfile profile) {
        var issuer = SamlObjects.create(Issuer.DEFAULT_ELEMENT_NAME, Issuer.class);
        issuer.setValue(profile.entityId());
        return issuer;
    }

    private static Extensions extensions(SamlProfile profile, AuthnRequestDraft draft) {
        var extensions = SamlObjects.create(Extensions.DEFAULT_ELEMENT_NAME, Extensions.class);
        extensions.getUnknownXMLObjects().add(AkdbExtension.of(profile, draft));
        return extensions;
    }

    private static NameIDPolicy transientName() {
        var policy = SamlObjects.create(NameIDPolicy.DEFAULT_ELEMENT_NAME, NameIDPolicy.class);
        policy.setFormat(NameIDType.TRANSIENT);
        return policy;
    }

    /** "minimum" is the only comparison the providers still know. */
    private static RequestedAuthnContext atLeast(AuthnRequestDraft draft) {
        var reference = SamlObjects.create(AuthnContextClassRef.DEFAULT_ELEMENT_NAME, AuthnContextClassRef.class);
        reference.setURI(draft.level().stork());
        var context = SamlObjects.create(RequestedAuthnContext.DEFAULT_ELEMENT_NAME, RequestedAuthnContext.class);
        context.setComparison(AuthnContextComparisonTypeEnumeration.MINIMUM);
        context.getAuthnContextClassRefs().add(reference);
        return context;
    }
}
