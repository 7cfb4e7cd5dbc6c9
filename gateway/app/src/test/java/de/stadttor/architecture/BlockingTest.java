package de.stadttor.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Proves that the guard stands: blocking on a thread that must not block is an error in every test of this module. */
class BlockingTest {

    @Test
    void aSleepOnAThreadThatMustNotBlockIsFound() {
        assertThatThrownBy(() -> Mono.fromCallable(BlockingTest::blocks)
                        .subscribeOn(Schedulers.parallel())
                        .block(Duration.ofSeconds(5)))
                .hasRootCauseInstanceOf(BlockingOperationError.class);
    }

    private static boolean blocks() throws InterruptedException {
        Thread.sleep(1);
        return true;
    }
}
