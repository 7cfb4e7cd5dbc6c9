package de.stadttor.saml.login;

import de.stadttor.saml.AssuranceLevel;
import java.util.Locale;

/**
 * What a browser asks for when a login begins.
 *
 * @param level weakest level that will do
 * @param returnTo local path to go on to, see {@link LocalPath}
 * @param locale language of the identity provider's pages
 * @param note whatever the application wants back with the login, at most 500 characters; empty if nothing
 */
public record LoginRequest(AssuranceLevel level, LocalPath returnTo, Locale locale, String note) {

    private static final int LONGEST_NOTE = 500;

    public LoginRequest {
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("note: " + note.length() + " characters (expected: at most 500)");
        }
    }
}
