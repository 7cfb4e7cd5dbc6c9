package de.stadttor.saml.web;

import de.stadttor.saml.login.PendingLogins;
import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.profile.SamlProfiles;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /saml2/back/{profile}}: the person turned round; what they had begun is forgotten. */
final class BackEndpoint {

    private final SamlProfiles profiles;
    private final PendingLogins pending;
    private final LoginHandler handler;
    private final LoginCookie cookie;

    BackEndpoint(SamlProfiles profiles, PendingLogins pending, LoginHandler handler, LoginCookie cookie) {
        this.profiles = profiles;
        this.pending = pending;
        this.handler = handler;
        this.cookie = cookie;
    }

    Mono<ServerResponse> handle(ServerRequest request) {
        if (profiles.find(request.pathVariable("profile")).isEmpty()) {
            return ServerResponse.notFound().build();
        }
        request.exchange().getResponse().addCookie(cookie.delete());
        return Mono.justOrEmpty(cookie.read(request))
                .flatMap(browser -> pending.forget(browser.fingerprint()))
                .then(Mono.defer(() -> handler.notLoggedIn(request, new LoginOutcome.WentBack())));
    }
}
