package de.stadttor.saml.testidp.answer;

import java.util.List;

/**
 * An answer that says no.
 *
 * @param code top-level status, last part only
 * @param nested second-level status, last part only
 * @param message for technicians
 * @param detail the JSON of the status detail; empty if there is none
 */
public record Failure(String code, String nested, String message, String detail) {

    private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";

    public static final Failure CANCELLED = new Failure("Requester", "AuthnFailed", "The user cancelled.", "");
    public static final Failure DENIED = new Failure("Requester", "RequestDenied", "The user denied.", "");
    public static final Failure LEVEL_UNAVAILABLE =
            new Failure("Requester", "NoAuthnContext", "Level not reached.", "");
    public static final Failure FAULT = new Failure("Responder", "RequestUnsupported", "Technical fault.", "");

    /**
     * Attributes that were marked as required are not there.
     *
     * @param explained whether the request asked for the detail
     */
    public static Failure missing(List<String> names, boolean explained) {
        String json = "{\"version\":\"1.0\",\"errors\":[{\"code\":\"IDP_REQUIRED_ATTRIBUTES_MISSING\",\"message\":\""
                + String.join(" ", names) + "\"}]}";
        return new Failure("Requester", "RequestDenied", "security-msg", explained ? json : "");
    }

    String xml() {
        String detailXml = detail.isEmpty()
                ? ""
                : "<saml2p:StatusDetail><akdb:StatusDetail xmlns:akdb=\"" + IdpXml.AKDB + "\">" + IdpXml.escaped(detail)
                        + "</akdb:StatusDetail></saml2p:StatusDetail>";
        return "<saml2p:StatusCode Value=\"" + STATUS + code + "\"><saml2p:StatusCode Value=\"" + STATUS + nested
                + "\"/></saml2p:StatusCode><saml2p:StatusMessage>" + IdpXml.escaped(message)
                + "</saml2p:StatusMessage>" + detailXml;
    }
}
