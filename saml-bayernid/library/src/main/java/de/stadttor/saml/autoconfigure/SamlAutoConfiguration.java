package de.stadttor.saml.autoconfigure;

import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.login.InMemoryPendingLogins;
import de.stadttor.saml.login.PendingLogins;
import de.stadttor.saml.login.StartLogin;
import de.stadttor.saml.metadata.IdentityProviders;
import de.stadttor.saml.metadata.ReloadingIdentityProviders;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.saml.response.FinishLogin;
import de.stadttor.saml.response.InMemoryUsedAssertions;
import de.stadttor.saml.response.UsedAssertions;
import de.stadttor.saml.web.LoginHandler;
import de.stadttor.saml.web.LoginNotes;
import de.stadttor.saml.web.SamlEndpoints;
import de.stadttor.saml.web.SamlPaths;
import de.stadttor.saml.web.SessionLoginHandler;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * A working service provider as soon as {@code stadttor.saml.public-url} is set. Each bean gives way to one of the
 * application's; several instances need {@link PendingLogins} and {@link UsedAssertions} of their own.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnProperty("stadttor.saml.public-url")
@EnableConfigurationProperties(SamlProperties.class)
public class SamlAutoConfiguration {

    private static final int MOST_PENDING = 20_000;
    private static final int MOST_USED = 200_000;

    @Bean
    @ConditionalOnMissingBean
    SamlPaths samlPaths(SamlProperties settings) {
        return new SamlPaths(settings.publicUrl());
    }

    @Bean
    @ConditionalOnMissingBean
    SamlProfiles samlProfiles(SamlProperties settings) {
        return ConfiguredProfiles.of(settings);
    }

    @Bean
    @ConditionalOnMissingBean
    CryptoWorkers samlWorkers(SamlProperties settings) {
        return new CryptoWorkers(settings.workersOrUsual(), settings.queue());
    }

    @Bean
    @ConditionalOnMissingBean
    Clock samlClock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    PendingLogins pendingLogins(Clock clock) {
        return new InMemoryPendingLogins(clock, MOST_PENDING);
    }

    @Bean
    @ConditionalOnMissingBean
    UsedAssertions usedAssertions(Clock clock) {
        return new InMemoryUsedAssertions(clock, MOST_USED);
    }

    @Bean
    @ConditionalOnMissingBean(IdentityProviders.class)
    ReloadingIdentityProviders identityProviders(
            SamlProfiles profiles, CryptoWorkers workers, Clock clock, SamlProperties settings) {
        return new ReloadingIdentityProviders(profiles, workers, clock, settings.metadataReload());
    }

    @Bean
    @ConditionalOnBean(ReloadingIdentityProviders.class)
    MetadataReloading metadataReloading(ReloadingIdentityProviders providers) {
        return new MetadataReloading(providers);
    }

    @Bean
    @ConditionalOnMissingBean
    StartLogin startLogin(
            IdentityProviders providers,
            PendingLogins pending,
            CryptoWorkers workers,
            Clock clock,
            SamlProperties settings) {
        return new StartLogin(providers, pending, workers, clock, settings.loginLifetime());
    }

    @Bean
    @ConditionalOnMissingBean
    FinishLogin finishLogin(
            IdentityProviders providers,
            PendingLogins pending,
            UsedAssertions used,
            CryptoWorkers workers,
            Clock clock) {
        return new FinishLogin(providers, pending, used, workers, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    LoginHandler loginHandler() {
        return new SessionLoginHandler();
    }

    @Bean
    @ConditionalOnMissingBean
    LoginNotes loginNotes() {
        return _ -> Mono.empty();
    }

    @Bean
    RouterFunction<ServerResponse> samlRoutes(
            SamlPaths paths,
            SamlProfiles profiles,
            CryptoWorkers workers,
            StartLogin start,
            FinishLogin finish,
            PendingLogins pending,
            LoginNotes notes,
            LoginHandler handler,
            SamlProperties settings) {
        return new SamlEndpoints(
                        paths,
                        profiles,
                        workers,
                        start,
                        finish,
                        pending,
                        notes,
                        handler,
                        settings.loginLifetime(),
                        settings.usualLevel())
                .routes();
    }
}
