package de.stadttor.wiring;

import de.stadttor.guests.GuestAccess;
import de.stadttor.intake.Quarantine;
import de.stadttor.store.files.Orphans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes what may not stay. Every step can be repeated, so that nodes need no agreement on who does it. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration ORPHANED = Duration.ofDays(1);

    @Bean
    Running housekeeper(Quarantine quarantine, GuestAccess guests, Orphans orphans, Clock clock) {
        Flux<Void> rounds = Flux.interval(Duration.ZERO, PAUSE)
                .onBackpressureDrop()
                .concatMap(
                        _ -> round(quarantine, guests, orphans, clock.instant()).onErrorComplete(), 1);
        return new Running("housekeeping", rounds);
    }

    /** What fails today is left to the next round. */
    private static Mono<Void> round(Quarantine quarantine, GuestAccess guests, Orphans orphans, Instant now) {
        return Flux.concatDelayError(
                        quarantine.expire(now).then(), guests.expire(now).then(), orphans.sweep(now.minus(ORPHANED)))
                .then();
    }
}
