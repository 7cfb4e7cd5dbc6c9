package de.stadttor.channels.email.outbound.smtp;

import de.stadttor.outbox.Attempt;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** Leaves a relay alone for a while that cannot be reached, and then asks it with one mail. */
public final class BreakingRelay implements Relay {

    private static final Duration BREAK = Duration.ofSeconds(30);

    private final Relay relay;
    private final CircuitBreaker breaker;

    /** @param name of the relay, for those who read metrics */
    public BreakingRelay(Relay relay, String name, Clock clock) {
        this.relay = relay;
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(4)
                        .waitDurationInOpenState(BREAK)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordResult(Attempt.Unreached.class::isInstance)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .clock(clock)
                        .build());
    }

    @Override
    public boolean ready() {
        boolean permitted = breaker.tryAcquirePermission();
        if (permitted) {
            breaker.releasePermission();
        }
        return permitted && relay.ready();
    }

    @Override
    public Mono<Attempt> send(OutgoingMail mail) {
        return Mono.defer(
                () -> breaker.tryAcquirePermission() ? permitted(mail) : Mono.just(new Attempt.NotNow(BREAK)));
    }

    private Mono<Attempt> permitted(OutgoingMail mail) {
        long start = breaker.getCurrentTimestamp();
        return relay.send(mail)
                .doOnNext(attempt -> breaker.onResult(passed(start), TimeUnit.MILLISECONDS, attempt))
                .doOnError(failure -> breaker.onError(passed(start), TimeUnit.MILLISECONDS, failure))
                .doOnCancel(breaker::releasePermission);
    }

    private long passed(long start) {
        return breaker.getCurrentTimestamp() - start;
    }
}
