package de.stadttor.channels.email.outbound;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps us from pouring mails over one provider, which would take us for a spammer. */
final class DomainRates {

    /** Those not used for longest are forgotten: their budget is full again anyway. */
    private static final int REMEMBERED = 10_000;

    private final int perSecond;
    private final RateLimiterConfig config;
    private final Map<String, Budget> budgets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Budget> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param perSecond at least one */
    DomainRates(int perSecond) {
        this.perSecond = perSecond;
        this.config = RateLimiterConfig.custom()
                .limitForPeriod(perSecond)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    /**
     * Takes one mail's place, if there is one.
     *
     * @return zero when the mail may go; otherwise when to ask again: a thousand that wait are spread over the time
     *     that they take, so that they do not all ask every second
     */
    Duration pause(String domain) {
        Budget budget = budget(domain);
        if (budget.limiter().acquirePermission()) {
            budget.turnedAway().set(0);
            return Duration.ZERO;
        }
        return Duration.ofSeconds(1L + budget.turnedAway().getAndIncrement() / perSecond);
    }

    private synchronized Budget budget(String domain) {
        return budgets.computeIfAbsent(domain, name -> new Budget(RateLimiter.of(name, config), new AtomicInteger()));
    }

    /** @param turnedAway how many since the last that could go */
    private record Budget(RateLimiter limiter, AtomicInteger turnedAway) {}
}
