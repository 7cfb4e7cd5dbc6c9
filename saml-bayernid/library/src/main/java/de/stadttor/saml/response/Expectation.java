package de.stadttor.saml.response;

import de.stadttor.saml.login.PendingLogin;
import de.stadttor.saml.profile.SamlProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an answer is held against: the profile, the login that was begun, and one instant for all of its times. */
record Expectation(SamlProfile profile, PendingLogin login, Instant now) {

    /** Whether an instant has come, allowing for the other clock. */
    boolean hasCome(Instant instant) {
        return !instant.isAfter(now.plus(profile.policy().clockSkew()));
    }

    /** Whether an end still lies ahead, allowing for the other clock; false if there is no end. */
    boolean isAhead(@Nullable Instant end) {
        return end != null && now.isBefore(end.plus(profile.policy().clockSkew()));
    }

    /** Whether something was said recently enough, and not before we asked. */
    boolean isFresh(Instant instant) {
        return hasCome(instant)
                && isAhead(instant.plus(profile.policy().longestValidity()))
                && !instant.plus(profile.policy().clockSkew()).isBefore(login.requestedAt());
    }
}
