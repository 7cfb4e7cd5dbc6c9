package de.stadttor.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void isOneLineForMachines() {
        assertThat(Verdict.of(OptionalDouble.of(0.876), 0, 2)).hasToString("ratio=0.88 lost=0 doubled=2");
    }

    @Test
    void leavesOutWhatHasNoMeaning() {
        assertThat(new Verdict(OptionalDouble.of(1), OptionalLong.empty(), OptionalLong.empty()))
                .hasToString("ratio=1.00");
        assertThat(Verdict.of(OptionalDouble.empty(), 0, 0)).hasToString("lost=0 doubled=0");
    }

    @Test
    void failsWhenSomethingIsLostOrDoubledButNotForASlowMachine() {
        assertThat(Verdict.of(OptionalDouble.of(0.1), 0, 0).exitStatus()).isZero();
        assertThat(Verdict.of(OptionalDouble.of(2), 1, 0).exitStatus()).isOne();
        assertThat(Verdict.of(OptionalDouble.of(2), 0, 1).exitStatus()).isOne();
    }

    @Test
    void togetherTheWorseRatioCountsAndAllLosses() {
        var one = Verdict.of(OptionalDouble.of(0.9), 1, 0);
        var other = Verdict.of(OptionalDouble.of(0.7), 2, 3);
        assertThat(one.plus(other)).hasToString("ratio=0.70 lost=3 doubled=3");
    }
}
