package de.stadttor.identity.session;

import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionSecret;
import de.stadttor.sessions.Sessions;
import de.stadttor.web.StepUp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The session of the browser that is asking. */
@Component
public final class CurrentSession {

    /** So exactly is the last use known; it saves a write for each of a page's requests, and ages a little early. */
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
     * The session as of this request, which counts as its use. A request for a stream does not: browsers repeat it by
     * themselves, whether somebody is there or not.
     *
     * @return empty when the browser has none that still holds
     */
    public Mono<Session> of(ServerWebExchange exchange) {
        SessionSecret secret = cookie.read(exchange.getRequest());
        return secret == null ? Mono.empty() : bySecret(secret, exchange.getRequest());
    }

    private Mono<Session> bySecret(SessionSecret secret, ServerHttpRequest request) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return sessions.bySecret(secret)
                    .filter(session -> session.levelAt(now).isPresent())
                    .flatMap(session -> asksForStream(request) ? Mono.just(session) : used(session, now))
                    .checkpoint("current session");
        });
    }

    /** The same, of a session that the present request proves otherwise. */
    public Mono<Session> use(Session session) {
        return Mono.deferContextual(context -> {
            Optional<ServerWebExchange> present = ServerWebExchangeContextFilter.getExchange(context);
            present.ifPresent(exchange -> StepUp.profile(exchange, session.profile()));
            boolean stream = present.filter(exchange -> asksForStream(exchange.getRequest()))
                    .isPresent();
            return stream ? Mono.just(session) : used(session, clock.instant());
        });
    }

    private Mono<Session> used(Session before, Instant now) {
        Session after = before.used(now);
        boolean worthNoting = after.reached() != before.reached()
                || Duration.between(before.lastUsedAt(), now).compareTo(GRAIN) >= 0;
        return worthNoting ? sessions.touch(after).thenReturn(after) : Mono.just(before);
    }

    private static boolean asksForStream(ServerHttpRequest request) {
        return request.getHeaders().getOrEmpty("Accept").stream()
                .anyMatch(accept -> accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
    }
}
