package de.stadttor.saml.web;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.login.BrowserSecret;
import de.stadttor.saml.login.LocalPath;
import de.stadttor.saml.login.LoginRequest;
import de.stadttor.saml.login.StartLogin;
import de.stadttor.saml.login.StartedLogin;
import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.SamlProfiles;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /saml2/login/{profile}?level=&returnTo=}: off to the identity provider. */
final class StartEndpoint {

    private final SamlProfiles profiles;
    private final StartLogin start;
    private final LoginNotes notes;
    private final LoginHandler handler;
    private final LoginCookie cookie;
    private final AssuranceLevel usualLevel;

    StartEndpoint(
            SamlProfiles profiles,
            StartLogin start,
            LoginNotes notes,
            LoginHandler handler,
            LoginCookie cookie,
            AssuranceLevel usualLevel) {
        this.profiles = profiles;
        this.start = start;
        this.notes = notes;
        this.handler = handler;
        this.cookie = cookie;
        this.usualLevel = usualLevel;
    }

    Mono<ServerResponse> handle(ServerRequest request) {
        var profile = profiles.find(request.pathVariable("profile"));
        if (profile.isEmpty()) {
            return ServerResponse.notFound().build();
        }
        var level = level(request);
        var returnTo = request.queryParam("returnTo").map(LocalPath::of).orElse(Optional.of(LocalPath.ROOT));
        if (level.isEmpty()
                || returnTo.isEmpty()
                || profile.get().request().meansFor(level.get()).isEmpty()) {
            return ServerResponse.badRequest().build();
        }
        return begin(request, profile.get(), level.get(), returnTo.get());
    }

    private Optional<AssuranceLevel> level(ServerRequest request) {
        return request.queryParam("level").map(AssuranceLevel::ofName).orElse(Optional.of(usualLevel));
    }

    private Mono<ServerResponse> begin(
            ServerRequest request, SamlProfile profile, AssuranceLevel level, LocalPath returnTo) {
        return notes.of(request)
                .defaultIfEmpty("")
                .map(note -> new LoginRequest(level, returnTo, Languages.of(request), note))
                .flatMap(
                        login -> start.with(profile, login, cookie.read(request).orElseGet(BrowserSecret::random)))
                .flatMap(started -> leave(started, request))
                .onErrorResume(RejectedExecutionException.class, _ -> Mono.empty())
                .switchIfEmpty(Mono.defer(() -> handler.notLoggedIn(request, new LoginOutcome.Unavailable())));
    }

    private Mono<ServerResponse> leave(StartedLogin started, ServerRequest request) {
        return switch (started) {
            case StartedLogin.Form form -> AutoPostPage.respond(form, Languages.of(request), cookie);
            case StartedLogin.Redirect redirect ->
                ServerResponse.status(HttpStatus.SEE_OTHER)
                        .location(redirect.location())
                        .cacheControl(CacheControl.noStore())
                        .cookie(cookie.write(redirect.browser()))
                        .build();
        };
    }
}
