package de.stadttor.saml.response;

import de.stadttor.saml.opensaml.StatusFacts;
import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.outcome.LoginOutcome.NotLoggedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a status other than success means for the person. Which codes the operators send in production is not published;
 * these are the ones that their simulator and SAML 2.0 (Core, 3.2.2.2) suggest.
 */
final class RegularEndings {

    private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";

    NotLoggedIn of(StatusFacts status) {
        List<String> missing = StatusDetails.missingAttributes(status.detail());
        if (!missing.isEmpty()) {
            return new LoginOutcome.AttributesMissing(missing);
        }
        return switch (shortName(status.nested())) {
            case "AuthnFailed" -> new LoginOutcome.Cancelled();
            case "RequestDenied" -> new LoginOutcome.Denied();
            case "NoAuthnContext", "NoPassive" -> new LoginOutcome.LevelUnavailable();
            default -> new LoginOutcome.ProviderFault();
        };
    }

    private static String shortName(@Nullable String code) {
        return code != null && code.startsWith(STATUS) ? code.substring(STATUS.length()) : "";
    }
}
