package de.stadttor.identity.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.sessions.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What kind of login an application asks for (OpenID Connect Core 1.0, section 3.1.2.1; RFC 9470, section 4).
 *
 * @param level the weakest that will do; null when nothing that we know of would
 * @param maxAge longest time since the person was last asked to prove who they are; null for any
 * @param silent {@code prompt=none}: no page may be shown
 * @param again {@code prompt=login}: the person must prove it now
 */
record LoginWish(@Nullable AssuranceLevel level, @Nullable Duration maxAge, boolean silent, boolean again) {

    private static final long MOST_SECONDS = Duration.ofDays(3650).toSeconds();

    private static final ErrorObject UNMET = OIDCError.UNMET_AUTHENTICATION_REQUIREMENTS;

    /** @throws IllegalArgumentException when {@code max_age} is no age */
    static LoginWish of(AuthorizationRequest request) {
        Prompt prompt = request.getPrompt();
        return new LoginWish(
                level(parameter(request, "acr_values")),
                age(parameter(request, "max_age")),
                prompt != null && prompt.contains(Prompt.Type.NONE),
                prompt != null && prompt.contains(Prompt.Type.LOGIN));
    }

    /** Of several values any will do, so the weakest is what must be reached; values of others mean nothing to us. */
    private static @Nullable AssuranceLevel level(@Nullable String values) {
        if (values == null || values.isBlank()) {
            return AssuranceLevel.BASIC;
        }
        List<String> wanted = List.of(values.strip().split(" +"));
        return Arrays.stream(AssuranceLevel.values())
                .filter(level -> wanted.contains(level.code()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Duration age(@Nullable String seconds) {
        if (seconds == null) {
            return null;
        }
        long age = Long.parseLong(seconds);
        if (age < 0) {
            throw new IllegalArgumentException("max_age: " + age + " (expected: 0 or more)");
        }
        return Duration.ofSeconds(Math.min(age, MOST_SECONDS));
    }

    private static @Nullable String parameter(AuthorizationRequest request, String name) {
        List<String> values = request.getCustomParameter(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /**
     * What is to be done.
     *
     * @param session the login of the browser; null without one
     * @param attempt the login that this request has led to before; null when this is the first time
     */
    Decision decide(@Nullable Session session, @Nullable Attempt attempt, Instant now) {
        if (level == null) {
            return new Decision.Refuse(UNMET);
        }
        Optional<AssuranceLevel> reached = Optional.ofNullable(session).flatMap(login -> login.levelAt(now));
        if (session == null || reached.isEmpty()) {
            return missing(level, attempt);
        }
        boolean strong = reached.get().satisfies(level);
        boolean fresh = isFresh(session, attempt, now);
        if (strong && fresh) {
            return new Decision.Grant(session);
        }
        return lacking(level, strong, fresh, attempt);
    }

    private Decision missing(AssuranceLevel wanted, @Nullable Attempt attempt) {
        if (silent) {
            return new Decision.Refuse(OIDCError.LOGIN_REQUIRED);
        }
        return attempt == null ? new Decision.LogIn(wanted, again) : new Decision.Refuse(OAuth2Error.ACCESS_DENIED);
    }

    /** Whoever was just at the identity provider and is still not what was asked for would be there for ever. */
    private Decision lacking(AssuranceLevel wanted, boolean strong, boolean fresh, @Nullable Attempt attempt) {
        if (silent) {
            return new Decision.Refuse(strong ? OIDCError.LOGIN_REQUIRED : OIDCError.INTERACTION_REQUIRED);
        }
        if (attempt != null) {
            return new Decision.Refuse(strong ? OIDCError.LOGIN_REQUIRED : UNMET);
        }
        return new Decision.LogIn(wanted, !fresh);
    }

    private boolean isFresh(Session session, @Nullable Attempt attempt, Instant now) {
        if (attempt != null && attempt.before().isBefore(session.authenticatedAt())) {
            return true;
        }
        boolean young =
                maxAge == null || !session.authenticatedAt().plus(maxAge).isBefore(now);
        return young && !again;
    }

    /** What becomes of a request. */
    sealed interface Decision {

        /** The login will do. */
        record Grant(Session session) implements Decision {}

        /** @param force even if the identity provider remembers the person */
        record LogIn(AssuranceLevel level, boolean force) implements Decision {}

        record Refuse(ErrorObject error) implements Decision {}
    }
}
