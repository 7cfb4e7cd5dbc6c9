package de.stadttor.channels.email.outbound;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps us from pouring mails over one provider, which would take us for a spammer. */
final class DomainRates {

    /** Those not used for longest are forgotten: their budget is full again anyway. */
    private static final int REMEMBERED = 10_000;

    private final RateLimiterConfig config;
    private final Map<String, RateLimiter> limiters = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RateLimiter> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param perSecond at least one */
    DomainRates(int perSecond) {
        this.config = RateLimiterConfig.custom()
                .limitForPeriod(perSecond)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    /** Takes one mail's place, if there is one. */
    boolean permit(String domain) {
        return limiter(domain).acquirePermission();
    }

    private synchronized RateLimiter limiter(String domain) {
        return limiters.computeIfAbsent(domain, name -> RateLimiter.of(name, config));
    }
}
