package de.stadttor.identity.login;

import de.stadttor.identity.session.CurrentSession;
import de.stadttor.saml.web.LoginNotes;
import de.stadttor.sessions.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Notes the browser's session when a login begins: the answer comes from another site, and brings no session cookie.
 * The note stays with us, so nobody can name another session.
 */
@Component
final class SessionNotes implements LoginNotes {

    private final CurrentSession current;

    SessionNotes(CurrentSession current) {
        this.current = current;
    }

    @Override
    public Mono<String> of(ServerRequest start) {
        return current.of(start.exchange()).map(session -> session.id().toString());
    }

    /** Null for a browser without one. */
    static @Nullable SessionId session(String note) {
        return note.isEmpty() ? null : SessionId.of(note);
    }
}
