package de.stadttor.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void measuresForTwentySecondsAfterAMinuteUnlessToldOtherwise() {
        var options = Options.of();
        assertThat(options.warmUp()).isEqualTo(Duration.ofSeconds(60));
        assertThat(options.measured()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.clients()).isEqualTo(19_000);
    }

    @Test
    void takesFlagsOfTheJvmApart() {
        assertThat(Options.of("--jvm=-XX:+UseG1GC -Xmx1g").jvm()).containsExactly("-XX:+UseG1GC", "-Xmx1g");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("--second=5"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("fast"));
    }
}
