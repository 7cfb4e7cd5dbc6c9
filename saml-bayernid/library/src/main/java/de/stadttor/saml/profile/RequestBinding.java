package de.stadttor.saml.profile;

/** How our request travels. The answer always comes by POST. */
public enum RequestBinding {
    /** Recommended: with the extension a Redirect URL grows to several kilobytes. */
    POST,
    REDIRECT
}
