package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Replays what fuzzing has found, and fuzzes when the environment says {@code JAZZER_FUZZ=1}. */
class TicketNumberFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void readsOnlyWhatItWouldWrite(byte[] raw) {
        String text = new String(raw, StandardCharsets.UTF_8);
        try {
            assertThat(TicketNumber.of(text)).hasToString(text.strip());
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("not a ticket number|(year|sequence): .*");
        }
    }
}
