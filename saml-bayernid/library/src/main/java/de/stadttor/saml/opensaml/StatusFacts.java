package de.stadttor.saml.opensaml;

import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.core.StatusDetail;

/**
 * The status of a response.
 *
 * @param code top-level status code
 * @param nested second-level status code; null if there is none
 * @param detail text of the status detail, JSON by custom, at most 4000 characters; null if there is none
 */
public record StatusFacts(
        String code, @Nullable String nested, @Nullable String detail) {

    private static final int LONGEST_DETAIL = 4000;

    public boolean isSuccess() {
        return code.equals(StatusCode.SUCCESS);
    }

    static StatusFacts of(Status status) {
        var code = status.getStatusCode();
        var nested = code.getStatusCode();
        return new StatusFacts(
                code.getValue(), nested == null ? null : nested.getValue(), text(status.getStatusDetail()));
    }

    private static @Nullable String text(@Nullable StatusDetail detail) {
        if (detail == null || detail.getDOM() == null) {
            return null;
        }
        String text = detail.getDOM().getTextContent().strip();
        return text.length() > LONGEST_DETAIL ? null : text;
    }
}
