package de.stadttor.saml.web;

import de.stadttor.saml.login.BrowserSecret;
import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.outcome.LoginOutcome.NotLoggedIn;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.saml.response.FinishLogin;
import de.stadttor.saml.response.PostedResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /saml2/acs/{profile}}: the identity provider's answer, brought by the browser. */
final class ConsumerEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerEndpoint.class);

    private final SamlProfiles profiles;
    private final FinishLogin finish;
    private final LoginHandler handler;
    private final LoginCookie cookie;
    private final AnswerForm form = new AnswerForm();

    ConsumerEndpoint(SamlProfiles profiles, FinishLogin finish, LoginHandler handler, LoginCookie cookie) {
        this.profiles = profiles;
        this.finish = finish;
        this.handler = handler;
        this.cookie = cookie;
    }

    Mono<ServerResponse> handle(ServerRequest request) {
        return Mono.justOrEmpty(profiles.find(request.pathVariable("profile")))
                .flatMap(profile -> form.read(request)
                        .flatMap(posted -> finish(profile, posted, request))
                        .onErrorResume(
                                AnswerForm.Unreadable.class,
                                unreadable -> ServerResponse.status(unreadable.status())
                                        .build()))
                .switchIfEmpty(Mono.defer(() -> ServerResponse.notFound().build()));
    }

    /** Without a cookie there can be no login of this browser; a random secret finds none, by the same way. */
    private Mono<ServerResponse> finish(SamlProfile profile, PostedResponse posted, ServerRequest request) {
        BrowserSecret browser = cookie.read(request).orElseGet(BrowserSecret::random);
        return finish.with(profile, posted, browser)
                .doOnNext(outcome -> log(profile, outcome))
                .flatMap(outcome -> answer(outcome, request));
    }

    private Mono<ServerResponse> answer(LoginOutcome outcome, ServerRequest request) {
        return switch (outcome) {
            case LoginOutcome.LoggedIn(var login) -> handler.loggedIn(request, login);
            case NotLoggedIn ending -> handler.notLoggedIn(request, ending);
        };
    }

    /** Levels and rules only: who it was is nobody's business here. */
    private static void log(SamlProfile profile, LoginOutcome outcome) {
        switch (outcome) {
            case LoginOutcome.LoggedIn(var login) -> LOG.info("login by {} at {}", profile.name(), login.level());
            case LoginOutcome.Rejected(var reason, var violations) ->
                LOG.warn("answer of {} refused: {} {}", profile.name(), reason, violations);
            case NotLoggedIn ending ->
                LOG.info("no login by {}: {}", profile.name(), ending.getClass().getSimpleName());
        }
    }
}
