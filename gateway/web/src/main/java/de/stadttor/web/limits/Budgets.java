package de.stadttor.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * A token bucket for each source of a kind. Bounded: a source that was long silent is forgotten, its bucket is full.
 */
final class Budgets {

    private static final int MOST_SOURCES = 100_000;

    private final Rate rate;
    private final Cache<String, Bucket> buckets;

    Budgets(Rate rate) {
        this.rate = rate;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_SOURCES)
                .expireAfterAccess(rate.window().plusSeconds(1))
                .build();
    }

    Rate rate() {
        return rate;
    }

    /** Takes one request out of the source's budget, if there is one left. */
    Spent spend(String source) {
        var probe = bucket(source).tryConsumeAndReturnRemaining(1);
        return new Spent(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** How long the source must wait; zero if it need not. */
    Duration pause(String source) {
        return Duration.ofNanos(bucket(source).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(String source) {
        return buckets.get(
                source,
                _ -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }

    /**
     * @param allowed whether there was one left
     * @param pause until there is one again; zero if there was
     * @param reset until the budget is whole again
     */
    record Spent(boolean allowed, long remaining, Duration pause, Duration reset) {}
}
