package de.stadttor.identity.session;

import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionSecret;
import de.stadttor.sessions.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The session of the browser that is asking. */
@Component
public final class CurrentSession {

    /**
     * So exactly is the last use known; it saves a write for each of a page's many requests, and ages a little early.
     */
    private static final Duration GRAIN = Duration.ofSeconds(5);

    private final Sessions sessions;
    private final LoginCookie cookie;
    private final Clock clock;

    CurrentSession(Sessions sessions, LoginCookie cookie, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.clock = clock;
    }

    /**
     * The session as of this request, which counts as its use.
     *
     * @return empty when the browser has none that still holds
     */
    public Mono<Session> of(ServerWebExchange exchange) {
        SessionSecret secret = cookie.read(exchange.getRequest());
        return secret == null ? Mono.empty() : bySecret(secret);
    }

    private Mono<Session> bySecret(SessionSecret secret) {
        Instant now = clock.instant();
        return sessions.bySecret(secret)
                .filter(session -> session.levelAt(now).isPresent())
                .flatMap(session -> used(session, now))
                .checkpoint("current session");
    }

    private Mono<Session> used(Session before, Instant now) {
        Session after = before.used(now);
        boolean worthNoting = after.reached() != before.reached()
                || Duration.between(before.lastUsedAt(), now).compareTo(GRAIN) >= 0;
        return worthNoting ? sessions.touch(after).thenReturn(after) : Mono.just(before);
    }
}
