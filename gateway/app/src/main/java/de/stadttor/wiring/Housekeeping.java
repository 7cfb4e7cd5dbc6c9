package de.stadttor.wiring;

import de.stadttor.guests.GuestAccess;
import de.stadttor.intake.Quarantine;
import de.stadttor.outbox.DeliveryLedger;
import de.stadttor.store.files.Orphans;
import de.stadttor.ticketing.Originals;
import de.stadttor.ticketing.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** Removes what may not stay. Every step can be repeated, so that nodes need no agreement on who does it. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration ORPHANED = Duration.ofDays(1);

    /** A mail can be answered for 90 days, and a bounce may be late. */
    private static final Duration UNANSWERABLE = Duration.ofDays(120);

    @Bean
    Running housekeeper(
            Quarantine quarantine,
            GuestAccess guests,
            Originals originals,
            Retention retention,
            DeliveryLedger deliveries,
            Orphans orphans,
            Clock clock) {
        Flux<Void> rounds = Flux.interval(Duration.ZERO, PAUSE)
                .onBackpressureDrop()
                .concatMap(
                        _ -> round(quarantine, guests, originals, retention, deliveries, orphans, clock.instant()), 1);
        return Running.beside("housekeeping", rounds);
    }

    /** A step that fails today is left to the next round, and keeps no other from its work. */
    private static Flux<Void> round(
            Quarantine quarantine,
            GuestAccess guests,
            Originals originals,
            Retention retention,
            DeliveryLedger deliveries,
            Orphans orphans,
            Instant now) {
        return Flux.just(
                        quarantine.expire(now).then(),
                        guests.expire(now).then(),
                        originals.expire(now).then(),
                        retention.sweep(now).then(),
                        deliveries.forget(now.minus(UNANSWERABLE)).then(),
                        orphans.sweep(now.minus(ORPHANED)))
                .concatMap(step -> step.doOnError(
                                failure -> LOG.warn("Not tidied up, trying again within the hour", failure))
                        .onErrorComplete());
    }
}
