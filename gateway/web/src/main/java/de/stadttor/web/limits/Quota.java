package de.stadttor.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often each source may do something in a while. Bounded: who was long silent is forgotten, and may all again. */
public final class Quota {

    private static final int MOST_SOURCES = 100_000;

    private final int most;
    private final Duration time;
    private final Cache<String, Bucket> buckets;

    /** @param most at once, and in {@code time} in the long run */
    public Quota(int most, Duration time) {
        this.most = most;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_SOURCES)
                .expireAfterAccess(time)
                .build();
    }

    /** Takes one; false when there is none left. */
    public boolean take(String source) {
        return buckets.get(source, _ -> bucket()).tryConsume(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, time))
                .build();
    }
}
