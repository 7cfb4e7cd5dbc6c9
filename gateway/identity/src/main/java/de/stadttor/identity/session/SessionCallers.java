package de.stadttor.identity.session;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.LoginSession;
import de.stadttor.sessions.Session;
import de.stadttor.web.StepUp;
import de.stadttor.web.callers.BrowserCallers;
import de.stadttor.web.callers.OwnOrigin;
import java.time.Clock;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Citizens by the cookie of their login. A write must come from our own pages and bring the session's token. */
@Component
final class SessionCallers implements BrowserCallers {

    private final CurrentSession current;
    private final CsrfTokens tokens;
    private final OwnOrigin origin;
    private final Clock clock;

    SessionCallers(CurrentSession current, CsrfTokens tokens, OwnOrigin origin, Clock clock) {
        this.current = current;
        this.tokens = tokens;
        this.origin = origin;
        this.clock = clock;
    }

    @Override
    public Mono<Citizen> recognize(ServerWebExchange exchange) {
        return current.of(exchange)
                .delayUntil(session -> meant(exchange.getRequest(), session))
                .doOnNext(session -> StepUp.profile(exchange, session.profile()))
                .flatMap(session ->
                        Mono.justOrEmpty(session.levelAt(clock.instant())).map(level -> citizen(session, level)));
    }

    private Mono<Void> meant(ServerHttpRequest request, Session session) {
        String token = request.getHeaders().getFirst(CsrfTokens.HEADER);
        return OwnOrigin.safe(request) || tokens.fits(token, session)
                ? origin.check(request)
                : Mono.error(() -> new AccessDeniedException("no CSRF token"));
    }

    private static Citizen citizen(Session session, AssuranceLevel level) {
        return new Citizen(
                session.citizen(),
                level,
                session.name(),
                null,
                new LoginSession(session.id().value(), session.profile()),
                session.lastsUntil());
    }
}
