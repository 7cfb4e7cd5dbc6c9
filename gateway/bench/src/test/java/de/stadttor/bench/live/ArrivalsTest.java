package de.stadttor.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Map<String, Long> SENT = Map.of("a", 1_000L, "b", 2_000L);

    @Test
    void timesEachDeliveryFromTheSendingOfItsMessage() {
        var arrivals = Arrivals.of(SENT, List.of(new Delivery(0, "a", 6_000), new Delivery(1, "b", 5_000)), 1);
        assertThat(arrivals.latencies().percentile(50)).isEqualTo(3);
        assertThat(arrivals.latencies().percentile(100)).isEqualTo(5);
        assertThat(arrivals.lost()).isZero();
        assertThat(arrivals.doubled()).isZero();
    }

    @Test
    void aMessageThatDoesNotComeIsLost() {
        assertThat(Arrivals.of(SENT, List.of(new Delivery(0, "a", 6_000)), 1).lost())
                .isOne();
    }

    @Test
    void everyStreamOfTheCitizenMustHear() {
        var came = List.of(new Delivery(0, "a", 2_000), new Delivery(1, "a", 2_000));
        assertThat(Arrivals.of(Map.of("a", 1_000L), came, 3).lost()).isOne();
    }

    @Test
    void aMessageThatComesTwiceByOneStreamIsDoubledAndMakesUpForNoOther() {
        var came = List.of(new Delivery(0, "a", 2_000), new Delivery(0, "a", 2_500));
        var arrivals = Arrivals.of(SENT, came, 1);
        assertThat(arrivals.doubled()).isOne();
        assertThat(arrivals.lost()).isOne();
    }

    @Test
    void whatWasSentBeforeIsNobodysBusiness() {
        var came = List.of(new Delivery(0, "earlier", 1), new Delivery(0, "a", 2_000));
        assertThat(Arrivals.of(Map.of("a", 1_000L), came, 1).latencies().count())
                .isOne();
    }

    @Test
    void aDeliveryIsReadAsItWasWritten() {
        var delivery = new Delivery(8_999, "0193-ab", 1_763_800_000_000_000L);
        assertThat(Delivery.of(delivery.toString())).isEqualTo(delivery);
    }
}
