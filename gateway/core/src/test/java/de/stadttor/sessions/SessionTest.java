package de.stadttor.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "HIGH, PT0S, HIGH",
        "HIGH, PT29M59S, HIGH",
        "HIGH, PT30M, SUBSTANTIAL",
        "HIGH, PT1H59M59S, SUBSTANTIAL",
        "HIGH, PT2H, LOW",
        "HIGH, PT11H59M59S, LOW",
        "HIGH, PT12H, ",
        "SUBSTANTIAL, PT1H59M59S, SUBSTANTIAL",
        "SUBSTANTIAL, PT2H, LOW",
        "LOW, PT11H59M59S, LOW",
        "LOW, PT12H, ",
        "BASIC, PT11H59M59S, BASIC",
        "BASIC, PT12H, "
    })
    void agesHoweverMuchItIsUsed(AssuranceLevel reached, Duration since, AssuranceLevel worth) {
        Session session = usedWithoutRest(session(reached), since);
        assertThat(session.levelAt(NOON.plus(since)).orElse(null)).isEqualTo(worth);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH, PT4M59S, HIGH",
        "HIGH, PT5M, SUBSTANTIAL",
        "HIGH, PT30M, LOW",
        "HIGH, PT60M, ",
        "SUBSTANTIAL, PT29M59S, SUBSTANTIAL",
        "SUBSTANTIAL, PT30M, LOW",
        "LOW, PT59M59S, LOW",
        "LOW, PT60M, ",
        "BASIC, PT59M59S, BASIC",
        "BASIC, PT60M, "
    })
    void agesByRest(AssuranceLevel reached, Duration rest, AssuranceLevel worth) {
        assertThat(session(reached).levelAt(NOON.plus(rest)).orElse(null)).isEqualTo(worth);
    }

    @Test
    void doesNotMakeGoodTooLongARestByUsingItAgain() {
        Session rested = session(AssuranceLevel.HIGH).used(NOON.plus(Duration.ofMinutes(6)));
        assertThat(rested.levelAt(NOON.plus(Duration.ofMinutes(7)))).contains(AssuranceLevel.SUBSTANTIAL);
    }

    @Test
    void saysWhenItsLevelAndWhenItselfEnds() {
        Session session = session(AssuranceLevel.HIGH);
        assertThat(session.endsAt(AssuranceLevel.HIGH)).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        assertThat(session.endsAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(session.lastsUntil()).isEqualTo(NOON.plus(Duration.ofHours(12)));
    }

    @Test
    void neverTakesAPasswordForAnEidasLevel() {
        assertThat(session(AssuranceLevel.BASIC).levelAt(NOON)).contains(AssuranceLevel.BASIC);
    }

    private static Session usedWithoutRest(Session session, Duration since) {
        Session used = session;
        for (Duration at = Duration.ZERO; at.compareTo(since) < 0; at = at.plusMinutes(4)) {
            used = used.used(NOON.plus(at));
        }
        return used;
    }

    private static Session session(AssuranceLevel reached) {
        return TestSessions.of(new SessionId(new UUID(0, 1)), new CitizenId(new UUID(0, 2)), reached, NOON);
    }
}
