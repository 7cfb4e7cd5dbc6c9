package de.stadttor.web;

import de.stadttor.people.AssuranceLevel;
import org.springframework.web.server.ServerWebExchange;

/** Where a stronger login begins: with the identity provider that the present one was made with. */
public final class StepUp {

    private static final String PROFILE = StepUp.class.getName() + ".profile";
    private static final String USUAL = "bayernid";

    private StepUp() {}

    /** Notes which identity provider the caller came from. */
    public static void profile(ServerWebExchange exchange, String profile) {
        exchange.getAttributes().put(PROFILE, profile);
    }

    /** The local path of a login of at least this level; a page adds {@code &returnTo=} and its own path. */
    public static String url(ServerWebExchange exchange, AssuranceLevel level) {
        return "/saml2/login/" + exchange.getAttributeOrDefault(PROFILE, USUAL) + "?level=" + level.code();
    }
}
