package de.stadttor.saml.login;

import java.net.URI;

/** How the browser gets to the identity provider. */
public sealed interface StartedLogin {

    /** The secret that must be set as a cookie before the browser leaves. */
    BrowserSecret browser();

    /**
     * A form to be posted.
     *
     * @param samlRequest Base64, already signed
     * @param relayState an opaque handle
     */
    record Form(BrowserSecret browser, URI action, String samlRequest, String relayState) implements StartedLogin {}

    /** A signed address to be redirected to. */
    record Redirect(BrowserSecret browser, URI location) implements StartedLogin {}
}
