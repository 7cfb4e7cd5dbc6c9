package de.stadttor.logins;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import java.time.Instant;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** The audit trail of logins: who came when by which way at which level, never what was told about the person. */
public interface LoginTrail {

    /** Joins the running transaction. */
    Mono<Void> write(Entry entry);

    /**
     * One line of it.
     *
     * @param level reached by the login, or held by the session that ended
     */
    record Entry(Step step, SessionId session, CitizenId citizen, String profile, AssuranceLevel level, Instant at) {

        static Entry of(Step step, Session session, AssuranceLevel level, Instant at) {
            return new Entry(step, session.id(), session.citizen(), session.profile(), level, at);
        }
    }

    /** What happened to a session. */
    enum Step {
        LOGGED_IN,
        /** Another login of the same person, at whatever level. */
        RENEWED,
        /** Somebody else's login in the session's browser; the level is that of the stranger. */
        STRANGER_REFUSED,
        LOGGED_OUT,
        /** Ended by its owner from another session. */
        ENDED;

        /** The written form, such as {@code logged-in}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
