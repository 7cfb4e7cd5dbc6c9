package de.stadttor.live;

import de.stadttor.grants.GrantId;
import de.stadttor.grants.GrantStore;
import de.stadttor.guests.AccessLinks;
import de.stadttor.live.LiveEvent.Reason;
import de.stadttor.mandates.Representatives;
import de.stadttor.people.Citizen;
import de.stadttor.people.GuestSession;
import de.stadttor.people.LoginSession;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import de.stadttor.sessions.Sessions;
import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * The standing of citizens with a session of ours, be it of a link or of a login, and of those who act by a mandate.
 */
public final class SessionStanding implements Standing {

    private final AccessLinks links;
    private final Sessions sessions;
    private final GrantStore grants;
    private final Representatives representatives;
    private final Clock clock;

    public SessionStanding(
            AccessLinks links, Sessions sessions, GrantStore grants, Representatives representatives, Clock clock) {
        this.grants = grants;
        this.representatives = representatives;
        this.links = links;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Mono<Reason> lost(Citizen citizen) {
        return mandate(citizen)
                .switchIfEmpty(Mono.defer(() -> grant(citizen)))
                .switchIfEmpty(Mono.defer(() -> session(citizen)));
    }

    private Mono<Reason> grant(Citizen citizen) {
        return Mono.justOrEmpty(citizen.loginSession())
                .mapNotNull(LoginSession::grant)
                .flatMap(grant -> grants.find(new GrantId(grant)).hasElement())
                .filter(stands -> !stands)
                .map(_ -> Reason.REVOKED);
    }

    private Mono<Reason> mandate(Citizen citizen) {
        return Mono.justOrEmpty(citizen.representation())
                .flatMap(representatives::holds)
                .filter(holds -> !holds)
                .map(_ -> Reason.REVOKED);
    }

    private Mono<Reason> session(Citizen citizen) {
        GuestSession guest = citizen.guestSession();
        LoginSession login = citizen.loginSession();
        if (guest != null) {
            return links.lives(guest).filter(living -> !living).map(_ -> Reason.REVOKED);
        }
        return login == null ? Mono.empty() : lost(citizen, login);
    }

    private Mono<Reason> lost(Citizen citizen, LoginSession login) {
        return sessions.find(new SessionId(login.id()))
                .map(session -> holds(session, citizen) ? Optional.<Reason>empty() : Optional.of(Reason.LEVEL_AGED))
                .defaultIfEmpty(Optional.of(Reason.LOGOUT))
                .flatMap(Mono::justOrEmpty);
    }

    private boolean holds(Session session, Citizen citizen) {
        return session.levelAt(clock.instant())
                .filter(level -> level.satisfies(citizen.level()))
                .isPresent();
    }
}
