package de.stadttor.identity.login;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.login.PendingLogins;
import de.stadttor.saml.login.StartLogin;
import de.stadttor.saml.metadata.IdentityProviders;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.saml.response.FinishLogin;
import de.stadttor.saml.response.UsedAssertions;
import de.stadttor.saml.web.LoginHandler;
import de.stadttor.saml.web.LoginNotes;
import de.stadttor.saml.web.SamlEndpoints;
import de.stadttor.saml.web.SamlPaths;
import de.stadttor.web.PublicUrl;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Logins at a {@link LocalProvider}; to be imported where there is one. Elsewhere the library makes these beans of its
 * settings.
 */
public final class LocalLogins {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int WORKERS = 2 * Runtime.getRuntime().availableProcessors();
    private static final int QUEUE = 200;

    @Bean
    SamlPaths samlPaths(PublicUrl publicUrl) {
        return new SamlPaths(publicUrl.value());
    }

    @Bean
    LocalProfiles localProfiles(LocalProvider provider, SamlPaths paths) {
        return new LocalProfiles(provider, paths);
    }

    @Bean
    SamlProfiles samlProfiles(LocalProfiles local) {
        return local.profiles();
    }

    @Bean
    IdentityProviders identityProviders(LocalProfiles local) {
        var provider = local.identityProvider();
        return _ -> Mono.just(provider);
    }

    @Bean
    CryptoWorkers samlWorkers() {
        return new CryptoWorkers(WORKERS, QUEUE);
    }

    @Bean
    StartLogin startLogin(IdentityProviders providers, PendingLogins pending, CryptoWorkers workers, Clock clock) {
        return new StartLogin(providers, pending, workers, clock, PATIENCE);
    }

    @Bean
    FinishLogin finishLogin(
            IdentityProviders providers,
            PendingLogins pending,
            UsedAssertions used,
            CryptoWorkers workers,
            Clock clock) {
        return new FinishLogin(providers, pending, used, workers, clock);
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
            LoginHandler handler) {
        return new SamlEndpoints(
                        paths,
                        profiles,
                        workers,
                        start,
                        finish,
                        pending,
                        notes,
                        handler,
                        PATIENCE,
                        AssuranceLevel.SUBSTANTIAL)
                .routes();
    }
}
