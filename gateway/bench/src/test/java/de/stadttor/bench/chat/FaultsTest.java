package de.stadttor.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void goesFromOneProcessToTheOtherAsALine() {
        var faults = new Faults(1, 2, Map.of("busy", 3, "too-fast", 4));
        assertThat(Faults.of(faults.toString())).isEqualTo(faults);
        assertThat(Faults.of("0 0")).isEqualTo(new Faults(0, 0, Map.of()));
    }
}
