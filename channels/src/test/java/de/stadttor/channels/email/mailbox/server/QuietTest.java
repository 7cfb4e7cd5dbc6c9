package de.stadttor.channels.email.mailbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTest {

    @ParameterizedTest
    @CsvSource({"PT60S, PT30S, PT45S", "PT90S, PT30S, PT75S", "PT44S, PT30S, PT15S", "PT29S, PT30S, PT15S"})
    void anIdleEndsHalfwayBetweenTwoTimeOuts(Duration longest, Duration patience, Duration expected) {
        assertThat(Quiet.lasting(longest, patience)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PT2S, PT30S", "PT15S, PT30S"})
    void oneThatEndsBeforeAnyTimeOutLastsAsLongAsItMay(Duration longest, Duration patience) {
        assertThat(Quiet.lasting(longest, patience)).isEqualTo(longest);
    }
}
