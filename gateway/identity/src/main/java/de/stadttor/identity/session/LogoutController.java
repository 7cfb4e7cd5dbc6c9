package de.stadttor.identity.session;

import de.stadttor.logins.OwnSessions;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.sessions.Session;
import de.stadttor.web.Language;
import de.stadttor.web.callers.OwnOrigin;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Logging out for browsers without a frontend of ours; scripts end their session through the API. */
@RestController
final class LogoutController {

    private static final String CSRF_FIELD = "csrf";

    private final CurrentSession current;
    private final OwnSessions sessions;
    private final CsrfTokens tokens;
    private final OwnOrigin origin;
    private final LoginCookie cookie;
    private final NoticePage notice;

    LogoutController(
            CurrentSession current,
            OwnSessions sessions,
            CsrfTokens tokens,
            OwnOrigin origin,
            LoginCookie cookie,
            NoticePage notice) {
        this.current = current;
        this.sessions = sessions;
        this.tokens = tokens;
        this.origin = origin;
        this.cookie = cookie;
        this.notice = notice;
    }

    @GetMapping("/logout")
    Mono<ResponseEntity<String>> askWhetherToLogOut(ServerWebExchange exchange) {
        Language language = Language.of(exchange.getRequest().getHeaders());
        return current.of(exchange)
                .map(session -> notice.leaving(language, tokens.of(session.id())))
                .defaultIfEmpty(notice.nobody(language))
                .map(page -> ResponseEntity.ok().headers(NoticePage.headers()).body(page));
    }

    /** Whoever is not logged in is led on all the same. */
    @PostMapping("/logout")
    Mono<ResponseEntity<Void>> logOut(ServerWebExchange exchange) {
        return current.of(exchange)
                .delayUntil(session -> meant(exchange, session))
                .flatMap(sessions::logOut)
                .then(Mono.fromSupplier(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/"))
                        .header("Set-Cookie", cookie.gone().toString())
                        .build()));
    }

    private Mono<Void> meant(ServerWebExchange exchange, Session session) {
        return exchange.getFormData()
                .filter(form -> tokens.fits(form.getFirst(CSRF_FIELD), session))
                .switchIfEmpty(Mono.error(() -> new AccessDeniedException("no CSRF token")))
                .then(origin.check(exchange.getRequest()))
                .onErrorMap(AccessDeniedException.class, _ -> new Refused(new Refusal.NotAllowed()));
    }
}
