package de.stadttor.reactions;

import de.stadttor.events.UnitOfWork;
import java.time.Duration;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does one consumer's reactions: when woken, and in a sweep that also finds what a dead process left behind. */
public final class Worker {

    private static final int MAX_ATTEMPTS = 12;
    /** Most that share a transaction: commits cost more than reactions, and a long one holds up the others. */
    private static final int TOGETHER = 16;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(15);

    private final Claims claims;
    private final UnitOfWork unitOfWork;
    private final Consumer consumer;
    private final Lease lease;

    public Worker(Claims claims, UnitOfWork unitOfWork, Consumer consumer, Lease lease) {
        this.claims = claims;
        this.unitOfWork = unitOfWork;
        this.consumer = consumer;
        this.lease = lease;
    }

    /**
     * Works for ever; an outage of the store is left to the next wake or sweep.
     *
     * @param wakes hints that there may be work
     * @param sweep longest time between two looks
     */
    public Flux<Void> run(Publisher<?> wakes, Duration sweep) {
        return Flux.merge(wakes, Flux.interval(Duration.ZERO, sweep).onBackpressureDrop())
                .onBackpressureLatest()
                .concatMap(_ -> drain().onErrorComplete(), 1);
    }

    /** Does what is due until nothing is, in a few lanes. */
    public Mono<Void> drain() {
        return Flux.range(0, lease.lanes())
                .flatMap(_ -> some().repeat().takeWhile(Boolean::booleanValue), lease.lanes())
                .then()
                .checkpoint("drain reactions");
    }

    /** True when there was something to do. */
    private Mono<Boolean> some() {
        return claims.next(consumer.name(), lease.owner(), lease.time(), TOGETHER)
                .flatMap(claimed -> react(claimed).thenReturn(!claimed.isEmpty()));
    }

    /** Together while nothing fails; else each by itself, so that a failure stays with the reaction that has it. */
    private Mono<Void> react(List<Claim> claimed) {
        return claimed.size() < 2
                ? oneByOne(claimed)
                : inOneTransaction(claimed).timeout(lease.time().dividedBy(2)).onErrorResume(_ -> oneByOne(claimed));
    }

    private Mono<Void> oneByOne(List<Claim> claimed) {
        return Flux.fromIterable(claimed).concatMap(this::alone).then();
    }

    private Mono<Void> alone(Claim claim) {
        return inOneTransaction(List.of(claim))
                .timeout(lease.time())
                .onErrorResume(failure -> putBack(claim, failure))
                .onErrorResume(Overtaken.class, _ -> Mono.empty());
    }

    private Mono<Void> inOneTransaction(List<Claim> claimed) {
        return unitOfWork.commit(() -> Flux.fromIterable(claimed)
                .concatMap(claim -> claims.event(claim).flatMap(consumer::react))
                .then(claims.done(claimed)));
    }

    /**
     * Whoever was overtaken has nothing to put back. The reason names the kind of failure only: its message could hold
     * what a citizen wrote.
     */
    private Mono<Void> putBack(Claim claim, Throwable failure) {
        if (failure instanceof Overtaken) {
            return Mono.error(failure);
        }
        String reason = failure.getClass().getName();
        return claim.attempts() < MAX_ATTEMPTS
                ? claims.retry(claim, pause(claim.attempts()), reason)
                : claims.bury(claim, reason);
    }

    /** Doubles from a second to a quarter of an hour. */
    static Duration pause(int attempts) {
        Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
    }

    /**
     * @param owner this process
     * @param time how long a reaction may take before another process may take it over
     * @param lanes how many transactions run at once
     */
    public record Lease(String owner, Duration time, int lanes) {}
}
