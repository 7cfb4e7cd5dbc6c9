package de.stadttor.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final Instant NINE = TestCalls.NINE;

    @Test
    void isTheSameWhateverOrderItIsToldIn() {
        List<Consent> told = new ArrayList<>();
        for (int second = 0; second < 4; second++) {
            Instant at = NINE.plusSeconds(second);
            told.add(new Consent(true, at, true, ""));
            told.add(new Consent(true, at, false, ""));
            told.add(new Consent(false, at, true, ""));
        }
        var random = new Random(31);
        for (int round = 0; round < 2000; round++) {
            Collections.shuffle(told, random);
            List<Consent> some = told.subList(0, 1 + random.nextInt(told.size()));
            Consent heard = some.stream().reduce(Consent::later).orElseThrow();
            List<Consent> others = new ArrayList<>(some);
            Collections.shuffle(others, random);
            assertThat(others.stream().reduce(Consent::later)).contains(heard);
        }
    }

    @Test
    void isTheRefusalOfTwoAtOnce() {
        assertThat(Consent.later(agreed(NINE, NINE), refused(NINE)).given()).isFalse();
    }

    @Test
    void comesBackOnlyWhenSomebodyToldThatItWasGivenLater() {
        Instant later = NINE.plusSeconds(60);
        assertThat(Consent.later(refused(NINE), agreed(later, later)).given()).isTrue();
        assertThat(Consent.later(refused(NINE), agreed(null, later)).given()).isFalse();
        assertThat(Consent.later(refused(NINE), agreed(later.plusSeconds(1), later))
                        .given())
                .as("by a clock that is ahead of ours")
                .isFalse();
    }

    private static Consent agreed(@Nullable Instant at, Instant now) {
        return Consent.heard(true, at, null, now);
    }

    private static Consent refused(Instant at) {
        return Consent.heard(false, at, null, at);
    }
}
