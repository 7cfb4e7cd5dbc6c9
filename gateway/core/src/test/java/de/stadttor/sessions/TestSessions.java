package de.stadttor.sessions;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import java.time.Instant;

/** Sessions by what they are worth. */
public final class TestSessions {

    private TestSessions() {}

    /** Just begun. */
    public static Session of(SessionId id, CitizenId citizen, AssuranceLevel reached, Instant now) {
        return new Session(id, citizen, "bayernid", reached, now, now, now, "Erika Beispiel");
    }

    /** The same person logged in again. */
    public static Session again(Session session, AssuranceLevel reached, Instant now) {
        return new Session(session.id(), session.citizen(), "bundid", reached, now, session.startedAt(), now, null);
    }
}
