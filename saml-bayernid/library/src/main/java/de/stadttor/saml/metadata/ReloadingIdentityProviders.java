package de.stadttor.saml.metadata;

import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.opensaml.MetadataReader;
import de.stadttor.saml.opensaml.UntrustedMetadata;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.SamlProfiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads metadata at the start and again while running, so that a key rollover of the provider needs no restart. A
 * document that cannot be read or is not trusted changes nothing: the last good one stays until it expires by itself.
 */
public final class ReloadingIdentityProviders implements IdentityProviders, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadingIdentityProviders.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

    private final Map<String, IdentityProvider> known = new ConcurrentHashMap<>();
    private final MetadataSource source = new MetadataSource();
    private final MetadataReader reader = new MetadataReader();
    private final SamlProfiles profiles;
    private final CryptoWorkers workers;
    private final Clock clock;
    private final Mono<Void> firstReading;
    private final Disposable reloading;

    /**
     * Starts reading at once, without waiting for it; whoever asks meanwhile does the waiting.
     *
     * @param every how often documents are read again; those never read are tried every 5 seconds
     */
    public ReloadingIdentityProviders(SamlProfiles profiles, CryptoWorkers workers, Clock clock, Duration every) {
        this.profiles = profiles;
        this.workers = workers;
        this.clock = clock;
        firstReading = reload().cache();
        reloading = Flux.merge(
                        firstReading,
                        Flux.interval(every).onBackpressureDrop().concatMap(_ -> reload()),
                        Flux.interval(FIRST_RETRY).onBackpressureDrop().concatMap(_ -> retryMissing()))
                .subscribe();
    }

    @Override
    public Mono<IdentityProvider> find(String profile) {
        return Mono.fromSupplier(() -> known.get(profile))
                .switchIfEmpty(firstReading.then(Mono.fromSupplier(() -> known.get(profile))))
                .filter(provider -> clock.instant().isBefore(provider.validUntil()));
    }

    /** Reads every document now; completes when all were tried, whatever came of it. */
    public Mono<Void> reload() {
        return Flux.fromIterable(profiles.all()).concatMap(this::reload).then();
    }

    private Mono<Void> retryMissing() {
        return Flux.fromIterable(profiles.all())
                .filter(profile -> !known.containsKey(profile.name()))
                .concatMap(this::reload)
                .then();
    }

    private Mono<Void> reload(SamlProfile profile) {
        return workers.call(() -> read(profile))
                .doOnNext(provider -> known.put(profile.name(), provider))
                .doOnError(failure ->
                        LOG.warn("metadata of profile {} not taken over: {}", profile.name(), failure.getMessage()))
                .onErrorResume(_ -> Mono.empty())
                .then();
    }

    private IdentityProvider read(SamlProfile profile) throws IOException, InterruptedException {
        var trusted = profile.provider();
        var provider = reader.read(source.fetch(trusted.metadata()), trusted);
        if (!clock.instant().isBefore(provider.validUntil())) {
            throw new UntrustedMetadata("metadata have expired");
        }
        return provider;
    }

    @Override
    public void close() {
        reloading.dispose();
    }
}
