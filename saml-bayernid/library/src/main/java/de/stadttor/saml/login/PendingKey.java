package de.stadttor.saml.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Under which a pending login is stored: a hash over the RelayState handle and the browser's secret. Only the browser
 * that began a login can finish it, and whoever reads the store can finish none.
 *
 * @param value 64 hex digits
 */
public record PendingKey(String value) {

    public static PendingKey of(String handle, BrowserSecret browser) {
        return new PendingKey(sha256(handle + "\n" + browser.value()));
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
