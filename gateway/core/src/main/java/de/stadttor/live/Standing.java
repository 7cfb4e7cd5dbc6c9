package de.stadttor.live;

import de.stadttor.guests.AccessLinks;
import de.stadttor.live.LiveEvent.Reason;
import de.stadttor.people.Citizen;
import de.stadttor.people.GuestSession;
import de.stadttor.people.LoginSession;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import de.stadttor.sessions.Sessions;
import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Whether a citizen still is who they were when a stream began, and as surely. */
public final class Standing {

    private final AccessLinks links;
    private final Sessions sessions;
    private final Clock clock;

    public Standing(AccessLinks links, Sessions sessions, Clock clock) {
        this.links = links;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whether it can be lost before the citizen's time is over. */
    boolean canBeLost(Citizen citizen) {
        return citizen.guestSession() != null || citizen.loginSession() != null;
    }

    /** Why it no longer holds; empty while it does. Looking is no use of the session. */
    Mono<Reason> lost(Citizen citizen) {
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
