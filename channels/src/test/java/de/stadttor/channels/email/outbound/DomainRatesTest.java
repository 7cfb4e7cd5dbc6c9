package de.stadttor.channels.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DomainRatesTest {

    @Test
    void letsEachDomainHaveItsOwnShare() {
        var rates = new DomainRates(2);
        assertThat(IntStream.range(0, 4).mapToObj(i -> rates.pause(i + ".example")))
                .containsOnly(Duration.ZERO);
    }

    @Test
    void spreadsWhatMustWaitOverTheTimeThatItTakes() {
        var rates = new DomainRates(2);
        List<Duration> pauses =
                IntStream.range(0, 40).mapToObj(_ -> rates.pause("example.org")).toList();
        assertThat(pauses.stream().filter(Duration::isZero).count()).isLessThan(10);
        assertThat(Collections.max(pauses)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(20));
    }
}
