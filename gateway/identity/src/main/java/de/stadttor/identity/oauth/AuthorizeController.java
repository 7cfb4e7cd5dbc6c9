package de.stadttor.identity.oauth;

import de.stadttor.grants.Granting;
import de.stadttor.identity.oauth.LoginWish.Decision;
import de.stadttor.identity.session.CurrentSession;
import de.stadttor.sessions.Session;
import de.stadttor.web.StepUp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a browser back to its application with a code, on to a login, or back with the reason why not. */
@RestController
final class AuthorizeController {

    static final String PATH = "/oauth2/authorize";

    private final AuthorizationReader reader;
    private final Attempts attempts;
    private final CurrentSession current;
    private final Granting granting;
    private final Clock clock;

    AuthorizeController(
            AuthorizationReader reader, Attempts attempts, CurrentSession current, Granting granting, Clock clock) {
        this.reader = reader;
        this.attempts = attempts;
        this.current = current;
        this.granting = granting;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Void> authorize(ServerWebExchange exchange) {
        return reader.read(exchange.getRequest().getURI().getRawQuery())
                .flatMap(ask -> answer(ask, exchange))
                .onErrorResume(AuthorizationError.class, refused -> Mono.just(refused.answer()))
                .flatMap(address -> redirect(exchange.getResponse(), address))
                .checkpoint("authorize");
    }

    private Mono<URI> answer(AuthorizationAsk ask, ServerWebExchange exchange) {
        return current.of(exchange)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(session -> answer(ask, session.orElse(null), exchange));
    }

    private Mono<URI> answer(AuthorizationAsk ask, @Nullable Session session, ServerWebExchange exchange) {
        return switch (ask.wish().decide(session, attempts.open(ask), clock.instant())) {
            case Decision.Grant(var login) ->
                granting.grant(login, ask.client(), ask.redirect(), ask.challenge())
                        .map(ask.replyTo()::code);
            case Decision.LogIn logIn -> Mono.just(login(ask, logIn, session, exchange));
            case Decision.Refuse(var error) -> Mono.just(ask.replyTo().error(error));
        };
    }

    private URI login(
            AuthorizationAsk ask, Decision.LogIn logIn, @Nullable Session session, ServerWebExchange exchange) {
        if (session != null) {
            StepUp.profile(exchange, session.profile());
        }
        String back = PATH + "?" + ask.query() + "&attempt=" + attempts.close(ask, session);
        return URI.create(StepUp.url(exchange, logIn.level())
                + (logIn.force() ? "&force=true" : "")
                + "&returnTo=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    /** No cache may keep a code, and no page may learn it from a referrer (RFC 9700, section 4.2.4). */
    private static Mono<Void> redirect(ServerHttpResponse response, URI address) {
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().setLocation(address);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        response.getHeaders().set("Referrer-Policy", "no-referrer");
        response.getHeaders().setVary(List.of(HttpHeaders.COOKIE));
        return response.setComplete();
    }
}
