package de.stadttor.outbox;

import de.stadttor.events.UnitOfWork;
import de.stadttor.reactions.Overtaken;
import de.stadttor.reactions.Worker.Lease;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Takes what waits in the outbox to the courier, tries again for days, and tells the ticket how it ended. An item goes
 * out at least once: whoever dies between handing it over and recording that leaves it to be sent again
 * (docs/adr/0012).
 */
public final class Postman {

    /** Under this name it is woken. */
    public static final String NAME = "deliveries";

    /** Enhanced status code for "delivery time expired" (RFC 3463 3.5). */
    private static final String EXPIRED = "4.4.7";

    private static final String DEFECT = "defect";
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(5);

    /** What has left must be recorded, or it leaves again: an outage of the store is waited out for some minutes. */
    private static final Retry RECORDING = Retry.backoff(10, Duration.ofMillis(200))
            .maxBackoff(Duration.ofSeconds(20))
            .filter(failure -> !(failure instanceof Overtaken));

    private final DeliveryLedger ledger;
    private final Courier courier;
    private final Settlements settlements;
    private final Lease lease;
    private final Retries retries;
    private final Clock clock;
    private final Sinks.Empty<Void> home = Sinks.empty();
    private volatile boolean over;

    public Postman(
            DeliveryLedger ledger,
            Courier courier,
            UnitOfWork unitOfWork,
            Tickets tickets,
            Journal journal,
            Lease lease,
            RandomGenerator random,
            Clock clock) {
        this.ledger = ledger;
        this.courier = courier;
        this.settlements = new Settlements(ledger, unitOfWork, tickets, journal, clock);
        this.lease = lease;
        this.retries = new Retries(GIVE_UP_AFTER, random);
        this.clock = clock;
    }

    /**
     * Works until it is sent home; an outage of the store is left to the next wake or sweep.
     *
     * @param wakes hints that there may be work
     * @param sweep longest time between two looks
     */
    public Flux<Void> run(Publisher<?> wakes, Duration sweep) {
        return Flux.merge(wakes, Flux.interval(Duration.ZERO, sweep).onBackpressureDrop())
                .onBackpressureLatest()
                .takeUntilOther(home.asMono())
                .concatMap(_ -> drain().onErrorComplete(), 1);
    }

    /** Takes nothing more on its way; what it carries, it brings there. Then {@link #run} completes. */
    public void goHome() {
        over = true;
        home.tryEmitEmpty();
    }

    /**
     * Delivers what is due until nothing is, or nothing can be. Where the store fails one lane, the others end what
     * they carry: cut off behind the relay, it would leave again.
     */
    public Mono<Void> drain() {
        return Flux.range(0, lease.lanes())
                .flatMapDelayError(_ -> one().repeat().takeWhile(Boolean::booleanValue), lease.lanes(), 1)
                .then()
                .checkpoint("deliver what waits");
    }

    /** True when there was something to do. */
    private Mono<Boolean> one() {
        return Mono.defer(() -> courier.ready() && !over ? ledger.next(lease.owner(), lease.time()) : Mono.empty())
                .flatMap(claim -> deliver(claim).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Void> deliver(DeliveryClaim claim) {
        return courier.carry(claim)
                .timeout(lease.time())
                .onErrorResume(Overtaken.class, _ -> Mono.empty())
                .onErrorResume(_ -> Mono.just(new Attempt.Deferred(DEFECT)))
                .flatMap(attempt -> Mono.defer(() -> record(claim, attempt)).retryWhen(RECORDING))
                .onErrorResume(Overtaken.class, _ -> Mono.empty());
    }

    private Mono<Void> record(DeliveryClaim claim, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Sent _ -> settlements.sent(claim);
            case Attempt.Refused(var code) -> settlements.failed(claim, code);
            case Attempt.Unaddressed _ -> settlements.withheld(claim);
            case Attempt.Withheld(var reason) -> settlements.withheld(claim, reason);
            case Attempt.Deferred(var code) -> later(claim, retries.deferred(claim.attempts()), code);
            case Attempt.Unreached(var code) -> later(claim, retries.unreached(claim.attempts()), code);
            case Attempt.NotNow(var pause) -> ledger.putBack(claim, pause);
        };
    }

    private Mono<Void> later(DeliveryClaim claim, Duration pause, String code) {
        return retries.over(claim.item(), clock.instant())
                ? settlements.failed(claim, EXPIRED)
                : ledger.retry(claim, pause, code);
    }
}
