package de.stadttor.saml.web;

import de.stadttor.saml.outcome.CitizenLogin;
import de.stadttor.saml.outcome.LoginOutcome.NotLoggedIn;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * What the application makes of the end of a login. Declare a bean of this type to replace {@link SessionLoginHandler}.
 */
public interface LoginHandler {

    /**
     * Someone logged in. The implementation must begin a fresh session (the twelfth step of the checklist) and answer
     * with a redirect to {@link CitizenLogin#returnTo()}, status 303.
     */
    Mono<ServerResponse> loggedIn(ServerRequest request, CitizenLogin login);

    /** Nobody logged in. The implementation must leave every session as it is. */
    Mono<ServerResponse> notLoggedIn(ServerRequest request, NotLoggedIn outcome);
}
