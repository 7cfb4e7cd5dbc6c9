package de.stadttor.saml.metadata;

import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.opensaml.MetadataReader;
import de.stadttor.saml.opensaml.UntrustedMetadata;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.SamlProfiles;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads metadata at the start and again while running, so that a key rollover of the provider needs no restart. A
 * document that cannot be read or is not trusted changes nothing: the last good one stays until it expires by itself.
 */
public final class ReloadingIdentityProviders implements IdentityProviders {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadingIdentityProviders.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, IdentityProvider> known = new ConcurrentHashMap<>();
    private final MetadataSource source = new MetadataSource(PATIENCE);
    private final MetadataReader reader = new MetadataReader();
    private final SamlProfiles profiles;
    private final CryptoWorkers workers;
    private final Clock clock;
    private final Map<String, Mono<Void>> firstReadings;
    private final Duration every;

    /**
     * Reads nothing yet: whoever asks first waits for the first reading.
     *
     * @param every how often {@link #keepReloading()} reads the documents again
     */
    public ReloadingIdentityProviders(SamlProfiles profiles, CryptoWorkers workers, Clock clock, Duration every) {
        this.profiles = profiles;
        this.workers = workers;
        this.clock = clock;
        this.every = every;
        firstReadings = profiles.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        SamlProfile::name, profile -> reload(profile).cache()));
    }

    /**
     * Reads the documents now and again and again, those never read every 5 seconds. Never completes and never fails;
     * ends when it is cancelled.
     */
    public Flux<Void> keepReloading() {
        return Flux.merge(
                Flux.merge(firstReadings.values()),
                Flux.interval(every).onBackpressureDrop().concatMap(_ -> reload()),
                Flux.interval(FIRST_RETRY).onBackpressureDrop().concatMap(_ -> retryMissing()));
    }

    @Override
    public Mono<IdentityProvider> find(String profile) {
        Mono<IdentityProvider> present = Mono.fromSupplier(() -> known.get(profile));
        return present.switchIfEmpty(
                        firstReadings.getOrDefault(profile, Mono.empty()).then(present))
                .filter(provider -> clock.instant().isBefore(provider.validUntil()));
    }

    /** Reads every document now; completes when all were tried, whatever came of it. */
    public Mono<Void> reload() {
        return Flux.fromIterable(profiles.all()).flatMap(this::reload).then();
    }

    private Mono<Void> retryMissing() {
        return Flux.fromIterable(profiles.all())
                .filter(profile -> !known.containsKey(profile.name()))
                .flatMap(this::reload)
                .then();
    }

    private Mono<Void> reload(SamlProfile profile) {
        return source.fetch(profile.provider().metadata())
                .flatMap(document -> workers.call(() -> read(document, profile)))
                .doOnNext(provider -> known.put(profile.name(), provider))
                .doOnError(failure ->
                        LOG.warn("metadata of profile {} not taken over: {}", profile.name(), failure.getMessage()))
                .onErrorResume(_ -> Mono.empty())
                .then();
    }

    private IdentityProvider read(byte[] document, SamlProfile profile) {
        var provider = reader.read(document, profile.provider());
        if (!clock.instant().isBefore(provider.validUntil())) {
            throw new UntrustedMetadata("metadata have expired");
        }
        return provider;
    }
}
