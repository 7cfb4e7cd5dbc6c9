package de.stadttor.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void aPercentileIsTheLeastThatSoManyStayWithin() {
        var latencies = Latencies.of(
                IntStream.rangeClosed(1, 200).mapToObj(i -> 201.0 - i).toList());
        assertThat(latencies.percentile(50)).isEqualTo(100);
        assertThat(latencies.percentile(99)).isEqualTo(198);
        assertThat(latencies.percentile(100)).isEqualTo(200);
    }

    @Test
    void oneMeasurementIsEveryPercentile() {
        assertThat(Latencies.of(List.of(7.04)).shown(1)).isEqualTo("7.0");
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThat(Latencies.of(List.of()).shown(99)).isEqualTo("-");
    }
}
