package de.stadttor.logins;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.logins.LoginTrail.Step;
import de.stadttor.people.CitizenData;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Citizens;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import de.stadttor.sessions.SessionSecret;
import de.stadttor.sessions.Sessions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lets a citizen in: a first login begins a session, a further one of the same person renews it. */
public final class LetIn {

    private final Citizens citizens;
    private final CitizenData data;
    private final Sessions sessions;
    private final LoginTrail trail;
    private final UnitOfWork unitOfWork;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    public LetIn(
            Citizens citizens,
            CitizenData data,
            Sessions sessions,
            LoginTrail trail,
            UnitOfWork unitOfWork,
            Ids ids,
            SecureRandom random,
            Clock clock) {
        this.citizens = citizens;
        this.data = data;
        this.sessions = sessions;
        this.trail = trail;
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Takes a login. Whatever comes of it, the secret is a new one: nobody can plant a session before a login.
     *
     * @param running the session of the browser when the login began; null if it had none
     */
    public Mono<LoginResult> with(VerifiedLogin login, @Nullable SessionId running) {
        return Mono.justOrEmpty(running)
                .flatMap(sessions::find)
                .filter(session -> session.levelAt(clock.instant()).isPresent())
                .flatMap(session -> again(login, session))
                .switchIfEmpty(Mono.defer(() -> first(login)))
                .checkpoint("let in");
    }

    private Mono<LoginResult> first(VerifiedLogin login) {
        var secret = SessionSecret.random(random);
        return unitOfWork.commit(() -> known(login).flatMap(citizen -> {
            Session session = session(login, new SessionId(ids.next()), citizen, clock.instant());
            return sessions.start(session, secret)
                    .then(trail.write(LoginTrail.Entry.of(Step.LOGGED_IN, session, login.level(), clock.instant())))
                    .thenReturn(new LoginResult.Entered(session, secret));
        }));
    }

    /** Empty when the session was ended meanwhile: then this login is a first one. */
    private Mono<LoginResult> again(VerifiedLogin login, Session running) {
        var secret = SessionSecret.random(random);
        return unitOfWork
                .<LoginResult>commit(() -> known(login)
                        .filter(running.citizen()::equals)
                        .switchIfEmpty(Mono.error(Stranger::new))
                        .flatMap(citizen -> renew(session(login, running.id(), citizen, running.startedAt()), secret)))
                .onErrorResume(Stranger.class, _ -> refused(login, running));
    }

    private Mono<LoginResult> renew(Session session, SessionSecret secret) {
        return sessions.raise(session, secret)
                .filter(alive -> alive)
                .delayUntil(_ ->
                        trail.write(LoginTrail.Entry.of(Step.RENEWED, session, session.reached(), clock.instant())))
                .map(_ -> new LoginResult.Entered(session, secret));
    }

    private Mono<LoginResult> refused(VerifiedLogin login, Session running) {
        return unitOfWork.commit(
                () -> trail.write(LoginTrail.Entry.of(Step.STRANGER_REFUSED, running, login.level(), clock.instant()))
                        .thenReturn(new LoginResult.AnotherPerson()));
    }

    private Mono<CitizenId> known(VerifiedLogin login) {
        return citizens.recognize(login.identity()).delayUntil(citizen -> data.learn(citizen, login.data()));
    }

    private Session session(VerifiedLogin login, SessionId id, CitizenId citizen, Instant startedAt) {
        return new Session(
                id,
                citizen,
                login.profile(),
                login.level(),
                login.authenticatedAt(),
                startedAt,
                clock.instant(),
                login.name());
    }

    /** Rolls back what was learned about a stranger. */
    private static final class Stranger extends RuntimeException {

        Stranger() {
            super("stranger", null, false, false);
        }
    }
}
