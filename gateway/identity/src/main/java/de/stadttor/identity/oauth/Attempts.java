package de.stadttor.identity.oauth;

import de.stadttor.seals.BrokenSeal;
import de.stadttor.seals.Seal;
import de.stadttor.seals.SealMaker;
import de.stadttor.sessions.Session;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals {@link Attempt}s for one request, so that a link cannot pretend that somebody has just logged in. */
@Component
final class Attempts {

    /** As long as a login may take. */
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Seal seal;
    private final Clock clock;

    Attempts(SealMaker seals, Clock clock) {
        this.seal = seals.seal("oauth-attempt");
        this.clock = clock;
    }

    /** @param session the login that will not do; null without one */
    String close(AuthorizationAsk ask, @Nullable Session session) {
        Instant before = session == null ? Instant.EPOCH : session.authenticatedAt();
        byte[] content = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(clock.instant().toEpochMilli())
                .putLong(before.toEpochMilli())
                .array();
        return seal.close(audience(ask), content);
    }

    /** Null when there is none, or it was made for another request, or long ago. */
    @Nullable
    Attempt open(AuthorizationAsk ask) {
        if (ask.attempt() == null) {
            return null;
        }
        try {
            ByteBuffer content = ByteBuffer.wrap(seal.open(audience(ask), ask.attempt()));
            var attempt = new Attempt(Instant.ofEpochMilli(content.getLong()), Instant.ofEpochMilli(content.getLong()));
            return attempt.at().plus(LIFE).isAfter(clock.instant()) ? attempt : null;
        } catch (BrokenSeal e) {
            return null;
        }
    }

    /** The challenge is random and made for one request. */
    private static String audience(AuthorizationAsk ask) {
        return ask.client() + "\0" + ask.challenge().value();
    }
}
