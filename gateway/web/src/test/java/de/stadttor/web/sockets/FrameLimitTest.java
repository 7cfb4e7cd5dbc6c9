package de.stadttor.web.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameLimitTest {

    private final FrameLimit limit = new FrameLimit(1, 3);

    @Test
    void takesSomeAtOnceAndNoMore() {
        assertThat(IntStream.range(0, 5).filter(_ -> limit.take()).count()).isEqualTo(3);
        assertThat(limit.isFlooded()).isFalse();
    }

    @Test
    void seesWhoGoesOnInSpiteOfBeingRefused() {
        IntStream.range(0, 300).forEach(_ -> limit.take());
        assertThat(limit.isFlooded()).isTrue();
    }
}
