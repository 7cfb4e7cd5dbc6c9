package de.stadttor.saml.web;

import de.stadttor.saml.outcome.CitizenLogin;
import de.stadttor.saml.outcome.LoginOutcome.NotLoggedIn;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Keeps logins in the web session. Check 12: the session gets a new id, and what it held stays only if it was the same
 * person's or nobody's.
 */
public final class SessionLoginHandler implements LoginHandler {

    /** Gives the session a new id whenever it saves. */
    private final ServerSecurityContextRepository contexts = new WebSessionServerSecurityContextRepository();

    @Override
    public Mono<ServerResponse> loggedIn(ServerRequest request, CitizenLogin login) {
        var authentication = new CitizenAuthentication(login);
        return contexts.load(request.exchange())
                .filter(context -> belongsToSomeoneElse(context, authentication))
                .flatMap(_ -> emptied(request))
                .then(Mono.defer(() -> contexts.save(request.exchange(), new SecurityContextImpl(authentication))))
                .then(Mono.defer(() -> onwards(login)));
    }

    @Override
    public Mono<ServerResponse> notLoggedIn(ServerRequest request, NotLoggedIn outcome) {
        var locale = Languages.of(request);
        return OutcomePage.respond(
                outcome, locale, request.path().replace("/acs/", "/login/").replace("/back/", "/login/"));
    }

    private static boolean belongsToSomeoneElse(SecurityContext context, CitizenAuthentication now) {
        var before = context.getAuthentication();
        return before != null && !before.getName().equals(now.getName());
    }

    private static Mono<Void> emptied(ServerRequest request) {
        return request.session()
                .doOnNext(session -> session.getAttributes().clear())
                .then();
    }

    private static Mono<ServerResponse> onwards(CitizenLogin login) {
        return ServerResponse.status(HttpStatus.SEE_OTHER)
                .location(URI.create(login.returnTo()))
                .build();
    }
}
