package de.stadttor.web.callers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.stadttor.seals.Sha256;
import de.stadttor.web.TrustedIssuer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Tokens that were verified a moment ago: a client sends the same one with every request, and its signature would cost
 * a sixth of a read. What a token may do, and whether its session still stands, is asked each time.
 */
@Component
final class RecentTokens {

    /** A key that its issuer has withdrawn counts no longer than this. */
    private static final Duration MOMENT = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final Cache<String, Verified> tokens;
    private final Clock clock;

    RecentTokens(Clock clock) {
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(MOMENT)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    /** Null when it has to be verified, again or for the first time. */
    @Nullable
    Verified find(String token) {
        Verified known = tokens.getIfPresent(Sha256.hex(token));
        return known == null || known.over(clock.instant()) ? null : known;
    }

    /** One without an end is verified each time. */
    void remember(String token, Verified verified) {
        if (!verified.over(clock.instant())) {
            tokens.put(Sha256.hex(token), verified);
        }
    }

    record Verified(TrustedIssuer issuer, Jwt token) {

        private boolean over(Instant now) {
            Instant end = token.getExpiresAt();
            return end == null || !now.isBefore(end);
        }
    }
}
