package de.stadttor.saml.response;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Used assertions of a single instance. Bounded: only what an identity provider signed gets here, so a full store means
 * trouble, and trouble is answered with refusal instead of forgetting.
 */
public final class InMemoryUsedAssertions implements UsedAssertions {

    private final Map<String, Instant> used = new HashMap<>();
    private final Clock clock;
    private final int most;

    /** @param most number of assertions remembered at once, at least 1 */
    public InMemoryUsedAssertions(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    @Override
    public Mono<Boolean> markUsed(String key, Instant until) {
        return Mono.fromSupplier(() -> mark(key, until));
    }

    private synchronized boolean mark(String key, Instant until) {
        if (used.size() >= most) {
            Instant now = clock.instant();
            used.values().removeIf(end -> !now.isBefore(end));
        }
        return used.size() < most && used.putIfAbsent(key, until) == null;
    }
}
