package de.stadttor.logins;

import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionSecret;

/** What became of a login that passed every check. */
public sealed interface LoginResult {

    /** A session that can be used; the only time that its secret is known. */
    record Entered(Session session, SessionSecret secret) implements LoginResult {}

    /**
     * The browser has a session of somebody else. Nothing was changed: neither does the one get the other's session,
     * nor does a stronger login of a stranger pass for a step-up.
     */
    record AnotherPerson() implements LoginResult {}
}
