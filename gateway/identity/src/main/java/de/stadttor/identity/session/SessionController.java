package de.stadttor.identity.session;

import de.stadttor.logins.OwnSessions;
import de.stadttor.people.Citizen;
import de.stadttor.people.LoginSession;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import de.stadttor.sessions.Sessions;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A citizen's own sessions. */
@RestController
@RequestMapping("/api/citizen/v1")
final class SessionController {

    private static final String LIST = "sessions";

    private final Sessions sessions;
    private final OwnSessions own;
    private final CsrfTokens tokens;
    private final LoginCookie cookie;
    private final Cursors cursors;
    private final Clock clock;

    SessionController(
            Sessions sessions, OwnSessions own, CsrfTokens tokens, LoginCookie cookie, Cursors cursors, Clock clock) {
        this.sessions = sessions;
        this.own = own;
        this.tokens = tokens;
        this.cookie = cookie;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GetMapping("/session")
    Mono<SessionView> readSession(Citizen citizen) {
        return current(citizen)
                .map(session -> SessionView.of(session, clock.instant(), citizen, tokens.of(session.id())));
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endSession(Citizen citizen, ServerHttpResponse response) {
        return current(citizen).flatMap(own::logOut).doOnSuccess(_ -> response.addCookie(cookie.gone()));
    }

    @GetMapping("/sessions")
    Mono<Page<SessionView>> listSessions(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Citizen citizen) {
        String after = cursors.open(citizen, LIST, cursor);
        return Page.of(
                own.of(citizen.id())
                        .filter(session -> after == null || place(session).compareTo(after) < 0)
                        .take(limit.oneMore()),
                limit.value(),
                session -> SessionView.of(session, clock.instant(), citizen, null),
                session -> cursors.close(citizen, LIST, place(session)));
    }

    /** Ids are in the order of time, and so is their text. */
    private static String place(Session session) {
        return session.id().toString();
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> endOneSession(@PathVariable SessionId id, Citizen citizen) {
        return own.end(citizen.id(), id);
    }

    /** Who came with the link of an anonymous case, or with somebody else's token, has no session of a login. */
    private Mono<Session> current(Citizen citizen) {
        return Mono.justOrEmpty(citizen.loginSession())
                .map(LoginSession::id)
                .flatMap(id -> sessions.find(new SessionId(id)))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }
}
