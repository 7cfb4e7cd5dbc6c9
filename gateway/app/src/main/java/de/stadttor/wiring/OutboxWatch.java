package de.stadttor.wiring;

import de.stadttor.outbox.DeliveryLedger;
import de.stadttor.outbox.DeliveryLedger.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits to leave, looked at from time to time: for metrics, for health, and in the log when it gets old. */
@Component
final class OutboxWatch implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Longer than a restart of a relay or the usual greylisting. */
    private static final Duration LATE = Duration.ofHours(1);

    private final DeliveryLedger ledger;
    private final Clock clock;
    private final AtomicReference<Backlog> latest = new AtomicReference<>(new Backlog(0, 0, 0));

    OutboxWatch(DeliveryLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    Backlog latest() {
        return latest.get();
    }

    /** Looks for ever; an outage of the store is left to the next look. */
    Flux<Void> run() {
        return Flux.interval(Duration.ZERO, PAUSE).onBackpressureDrop().concatMap(_ -> look().onErrorComplete(), 1);
    }

    private Mono<Void> look() {
        return Mono.defer(() -> ledger.backlog(clock.instant().minus(LATE)))
                .doOnNext(this::note)
                .then();
    }

    private void note(Backlog now) {
        Backlog before = latest.getAndSet(now);
        if (now.late() > 0 && before.late() == 0) {
            LOG.warn("{} mails have been waiting for more than an hour", now.late());
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stadttor.outbox.waiting", this, watch -> watch.latest().waiting())
                .register(registry);
        Gauge.builder("stadttor.outbox.late", this, watch -> watch.latest().late())
                .register(registry);
        Gauge.builder("stadttor.outbox.failed", this, watch -> watch.latest().failed())
                .register(registry);
    }
}
