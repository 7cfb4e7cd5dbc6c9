package de.stadttor.web.sockets;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How fast one connection may send. Who goes on and on in spite of being refused is cut off. */
public final class FrameLimit {

    private static final int MOST_REFUSED = 200;

    private final Bucket bucket;
    private final AtomicInteger refused = new AtomicInteger();

    /**
     * @param perSecond frames a second in the long run
     * @param burst most frames at once
     */
    public FrameLimit(int perSecond, int burst) {
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** Whether one more frame is taken. */
    public boolean take() {
        boolean taken = bucket.tryConsume(1);
        refused.updateAndGet(count -> taken ? 0 : count + 1);
        return taken;
    }

    /** Whether it has been refused so often in a row that there is no sense in it. */
    public boolean isFlooded() {
        return refused.get() > MOST_REFUSED;
    }
}
