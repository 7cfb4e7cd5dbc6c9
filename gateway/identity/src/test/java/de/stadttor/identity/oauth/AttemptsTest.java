package de.stadttor.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.events.MovableClock;
import de.stadttor.grants.Challenge;
import de.stadttor.grants.ClientId;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.seals.Seal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String OTHER = "F9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final Attempts attempts = new Attempts(purpose -> Seal.derive(new byte[32], purpose), clock);
    private final String mark = attempts.close(ask(CHALLENGE, null), null);

    @Test
    void areReadAsTheyWereMade() {
        assertThat(attempts.open(ask(CHALLENGE, mark))).isEqualTo(new Attempt(clock.instant(), Instant.EPOCH));
        assertThat(attempts.open(ask(CHALLENGE, null))).isNull();
    }

    @Test
    void countForTheirOwnRequestOnly() {
        assertThat(attempts.open(ask(OTHER, mark))).isNull();
    }

    @Test
    void countForAsLongAsALoginMayTake() {
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(attempts.open(ask(CHALLENGE, mark))).isNotNull();
        clock.advance(Duration.ofMillis(1));
        assertThat(attempts.open(ask(CHALLENGE, mark))).isNull();
    }

    @Test
    void cannotBeForged() {
        assertThat(attempts.open(ask(CHALLENGE, ""))).isNull();
        assertThat(attempts.open(ask(CHALLENGE, "forged"))).isNull();
        assertThat(attempts.open(ask(CHALLENGE, "%%%"))).isNull();
        assertThat(attempts.open(ask(CHALLENGE, "A" + mark.substring(1)))).isNull();
        assertThat(attempts.open(ask(CHALLENGE, mark.substring(0, mark.length() - 1))))
                .isNull();
    }

    private static AuthorizationAsk ask(String challenge, String attempt) {
        return new AuthorizationAsk(
                new ClientId("demo-app"),
                "http://127.0.0.1/callback",
                null,
                new Challenge(challenge),
                new LoginWish(AssuranceLevel.BASIC, null, false, false),
                "",
                attempt);
    }
}
