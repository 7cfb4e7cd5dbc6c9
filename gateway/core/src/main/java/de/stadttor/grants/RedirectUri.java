package de.stadttor.grants;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registered address for answers. It is compared letter by letter (RFC 9700, section 2.1), never parsed and put
 * together again, so that no second opinion on what an address means can matter. The one exception is the port of a
 * loopback address, which an application on somebody's computer learns only when it starts (RFC 8252, section 7.3).
 *
 * @param value https; http on {@code 127.0.0.1} or {@code [::1]} without a port, for any port; or a scheme of the
 *     application's own, which has a dot in it (RFC 8252, section 7.1). No fragment, no user.
 */
public record RedirectUri(String value) {

    private static final Pattern LOOPBACK_PORT =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1])):(\\d{1,5})(/.*)");

    public RedirectUri {
        URI address = parsed(value);
        if (address.getRawFragment() != null || address.getRawUserInfo() != null || !allowed(address, value)) {
            throw new IllegalArgumentException("redirect address: " + value
                    + " (expected: https, http on 127.0.0.1 or [::1] without a port, or a scheme with a dot)");
        }
    }

    /** Whether {@code address} is this one. */
    public boolean covers(String address) {
        return value.equals(address) || value.equals(withoutPort(address));
    }

    private static String withoutPort(String address) {
        Matcher loopback = LOOPBACK_PORT.matcher(address);
        return loopback.matches() && isPort(loopback.group(2)) ? loopback.group(1) + loopback.group(3) : address;
    }

    private static boolean isPort(String digits) {
        return Integer.parseInt(digits) > 0 && Integer.parseInt(digits) <= 0xFFFF;
    }

    private static boolean allowed(URI address, String value) {
        String scheme = address.getScheme() == null ? "" : address.getScheme();
        return switch (scheme) {
            case "https" -> address.getHost() != null;
            case "http" -> value.startsWith("http://127.0.0.1/") || value.startsWith("http://[::1]/");
            default -> scheme.contains(".");
        };
    }

    private static URI parsed(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("redirect address: " + value + " (expected: a URI)", e);
        }
    }
}
