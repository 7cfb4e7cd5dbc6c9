package de.stadttor.saml.opensaml;

import org.opensaml.saml.saml2.core.Response;

/** A response that was parsed strictly. Nothing in it is proven yet. */
public final class ParsedResponse {

    private final Response response;

    ParsedResponse(Response response) {
        this.response = response;
    }

    Response message() {
        return response;
    }

    /** The claims of the envelope, as plain values. */
    public ResponseFacts facts() {
        return ResponseFacts.of(response);
    }
}
