package de.stadttor.logins;

import de.stadttor.events.UnitOfWork;
import de.stadttor.logins.LoginTrail.Step;
import de.stadttor.people.CitizenId;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import de.stadttor.sessions.Sessions;
import java.time.Clock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A citizen's own sessions: looked at, and ended from wherever one is. */
public final class OwnSessions {

    private final Sessions sessions;
    private final LoginTrail trail;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public OwnSessions(Sessions sessions, LoginTrail trail, UnitOfWork unitOfWork, Clock clock) {
        this.sessions = sessions;
        this.trail = trail;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** Those that still hold, the youngest first. */
    public Flux<Session> of(CitizenId citizen) {
        return sessions.of(citizen).filter(this::holds).checkpoint("own sessions");
    }

    /** Ends one; refused like something that does not exist when it is not this citizen's. */
    public Mono<Void> end(CitizenId owner, SessionId id) {
        return sessions.find(id)
                .filter(session -> session.citizen().equals(owner) && holds(session))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())))
                .flatMap(session -> end(session, Step.ENDED))
                .checkpoint("end session");
    }

    /** Ends the session that asks for it. */
    public Mono<Void> logOut(Session session) {
        return end(session, Step.LOGGED_OUT).checkpoint("log out");
    }

    private Mono<Void> end(Session session, Step step) {
        return unitOfWork.commit(() -> sessions.end(session.id())
                .then(trail.write(LoginTrail.Entry.of(step, session, session.reached(), clock.instant()))));
    }

    private boolean holds(Session session) {
        return session.levelAt(clock.instant()).isPresent();
    }
}
