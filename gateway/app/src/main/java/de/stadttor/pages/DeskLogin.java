package de.stadttor.pages;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the desk's pages get a caseworker's token, which they keep in memory only.
 *
 * @param personas who can be chosen without a login; nobody outside of the demo
 * @param issuer the city's OpenID provider, whose tokens the desk takes; null in the demo, or when no page may log in
 * @param clientId as which the pages are registered there: public, authorization code with PKCE
 * @param scope what they ask for
 */
public record DeskLogin(List<String> personas, @Nullable String issuer, String clientId, String scope) {

    public DeskLogin {
        personas = List.copyOf(personas);
    }

    /** Nobody logs in: the personas' tokens are free for all. */
    public static DeskLogin demo(List<String> personas) {
        return new DeskLogin(personas, null, "", "");
    }

    /** Where scripts may connect to besides our own origin; empty for nowhere. */
    String origin() {
        if (issuer == null) {
            return "";
        }
        URI address = URI.create(issuer);
        return " " + address.getScheme() + "://" + address.getRawAuthority();
    }
}
