package de.stadttor.wiring;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.grants.GrantStore;
import de.stadttor.grants.Granting;
import de.stadttor.identity.oauth.ConfiguredClients;
import de.stadttor.seals.SealMaker;
import de.stadttor.seals.Vault;
import de.stadttor.sessions.Sessions;
import de.stadttor.signing.KeyStore;
import de.stadttor.signing.SigningKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class GrantWiring {

    private static final Logger LOG = LoggerFactory.getLogger(GrantWiring.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    /** No login lasts as long without being used, so nothing that is older can be of any. */
    private static final Duration UNUSED = Duration.ofDays(1);

    @Bean
    Granting granting(GrantStore store, Sessions sessions, UnitOfWork unitOfWork, Ids ids, Clock clock) {
        return new Granting(store, sessions::find, unitOfWork, new SecureRandom(), ids, clock);
    }

    @Bean
    SigningKeys signingKeys(KeyStore store, SealMaker seals, Clock clock) {
        return new SigningKeys(store, new Vault(seals.seal("signing-keys")), clock);
    }

    /** First the applications are registered; then keys are announced in time, and what is over is forgotten. */
    @Bean
    Running grants(ConfiguredClients clients, SigningKeys keys, GrantStore store, Clock clock) {
        Flux<Void> rounds = Flux.interval(Duration.ZERO, PAUSE)
                .onBackpressureDrop()
                .concatMap(_ -> round(clients, keys, store, clock.instant()), 1);
        return Running.beneath("grants", rounds);
    }

    private static Flux<Void> round(ConfiguredClients clients, SigningKeys keys, GrantStore store, Instant now) {
        var steps = Flux.just(
                clients.register(),
                keys.ring().then(),
                keys.tidy().then(),
                store.expire(now.minus(UNUSED)).then());
        return steps.concatMap(
                step -> step.doOnError(failure -> LOG.warn("Grants were not tidied, trying again", failure))
                        .onErrorComplete());
    }
}
