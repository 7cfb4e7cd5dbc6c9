package de.stadttor.web.callers;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.events.MovableClock;
import de.stadttor.web.ClaimNames;
import de.stadttor.web.TrustedIssuer;
import de.stadttor.web.callers.RecentTokens.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

class RecentTokensTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final RecentTokens recent = new RecentTokens(clock);

    @Test
    void knowsWhatWasVerifiedAMomentAgo() {
        Verified verified = until(clock.instant().plusSeconds(300));
        recent.remember("one", verified);
        assertThat(recent.find("one")).isSameAs(verified);
        assertThat(recent.find("another")).isNull();
    }

    @Test
    void hasItVerifiedAgainAfterAMinute() {
        recent.remember("one", until(clock.instant().plusSeconds(300)));
        clock.advance(Duration.ofSeconds(59));
        assertThat(recent.find("one")).isNotNull();
        clock.advance(Duration.ofSeconds(2));
        assertThat(recent.find("one")).isNull();
    }

    @Test
    void knowsNoTokenBeyondItsEnd() {
        recent.remember("one", until(clock.instant().plusSeconds(5)));
        clock.advance(Duration.ofSeconds(5));
        assertThat(recent.find("one")).isNull();
    }

    @Test
    void remembersNoneWithoutAnEnd() {
        recent.remember("one", until(null));
        assertThat(recent.find("one")).isNull();
    }

    private static Verified until(@Nullable Instant end) {
        var issuer = new TrustedIssuer(
                "https://issuer.example", _ -> Mono.empty(), Set.of(), Set.of(), ClaimNames.OURS, _ -> Mono.empty());
        var token = Jwt.withTokenValue("t").header("alg", "RS256").subject("s");
        return new Verified(issuer, (end == null ? token : token.expiresAt(end)).build());
    }
}
