package de.stadttor.saml.login;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a cookie ties a login to: 256 random bits that only one browser knows.
 *
 * @param value 43 characters of Base64url
 */
public record BrowserSecret(String value) {

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Reads a cookie; empty if it cannot be one of ours. */
    public static Optional<BrowserSecret> of(String cookie) {
        return WELL_FORMED.matcher(cookie).matches() ? Optional.of(new BrowserSecret(cookie)) : Optional.empty();
    }

    public static BrowserSecret random() {
        return new BrowserSecret(RandomText.of256Bits());
    }

    /** What a store may know of a browser: enough to find its logins, too little to finish them. */
    public String fingerprint() {
        return PendingKey.sha256(value);
    }

    @Override
    public String toString() {
        return "BrowserSecret[…]";
    }
}
