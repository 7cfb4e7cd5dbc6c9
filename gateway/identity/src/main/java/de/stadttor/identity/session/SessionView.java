package de.stadttor.identity.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.LoginSession;
import de.stadttor.sessions.Session;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it.
 *
 * @param levelEndsAt from when on the level is lower, unless the session is used before
 * @param endsAt from when on it is over, unless it is used before
 * @param current whether it is the one that asks
 * @param csrfToken what writes of the session must bring; told to the session itself only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        UUID id,
        String profile,
        String assuranceLevel,
        Instant authenticatedAt,
        Instant startedAt,
        Instant lastUsedAt,
        Instant levelEndsAt,
        Instant endsAt,
        boolean current,
        @Nullable String csrfToken) {

    static SessionView of(Session session, Instant now, Citizen asking, @Nullable String csrfToken) {
        AssuranceLevel level = session.levelAt(now).orElse(AssuranceLevel.BASIC);
        LoginSession own = asking.loginSession();
        return new SessionView(
                session.id().value(),
                session.profile(),
                level.code(),
                session.authenticatedAt(),
                session.startedAt(),
                session.lastUsedAt(),
                session.endsAt(level),
                session.endsAt(),
                own != null && own.id().equals(session.id().value()),
                csrfToken);
    }
}
