package de.stadttor.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names the session of a login.
 *
 * @param grant what an application uses it by, which can be revoked; null for the browser's own cookie
 * @param profile the identity provider that it was made with; a stronger login is asked for there
 */
public record LoginSession(
        UUID id, String profile, @Nullable UUID grant) {

    /** The session as its own browser uses it. */
    public LoginSession(UUID id, String profile) {
        this(id, profile, null);
    }
}
