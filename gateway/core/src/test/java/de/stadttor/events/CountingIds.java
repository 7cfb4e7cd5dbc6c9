package de.stadttor.events;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDv7 by counting: strictly rising, and new in every run, for databases that outlive one. */
public final class CountingIds implements Ids {

    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final long run = ThreadLocalRandom.current().nextLong(1L << 62);
    private final AtomicLong counter = new AtomicLong(Instant.now().toEpochMilli() << 12);

    @Override
    public UUID next() {
        long count = counter.incrementAndGet();
        return new UUID((count >> 12 << 16) | VERSION_7 | (count & 0xFFF), VARIANT | run);
    }
}
