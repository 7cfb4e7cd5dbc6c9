package de.stadttor.saml.web;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.TestKeys;
import de.stadttor.saml.TestProfiles;
import de.stadttor.saml.login.InMemoryPendingLogins;
import de.stadttor.saml.login.StartLogin;
import de.stadttor.saml.metadata.IdentityProviders;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.RequestBinding;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.saml.response.FinishLogin;
import de.stadttor.saml.response.InMemoryUsedAssertions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** Our endpoints without an application around them. */
final class Endpoints {

    static final IdentityProviders KNOWN = _ -> Mono.just(new IdentityProvider(
            TestProfiles.PROVIDER.toString(),
            Map.of(RequestBinding.POST, URI.create(TestProfiles.PROVIDER + "/sso")),
            List.of(TestKeys.PROVIDER.certificate()),
            Instant.MAX));

    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private Endpoints() {}

    static WebTestClient reachedAt(String publicUrl, IdentityProviders providers, CryptoWorkers workers) {
        var clock = Clock.systemUTC();
        var pending = new InMemoryPendingLogins(clock, 10);
        var used = new InMemoryUsedAssertions(clock, 10);
        var endpoints = new SamlEndpoints(
                new SamlPaths(URI.create(publicUrl)),
                new SamlProfiles(List.of(TestProfiles.strict())),
                workers,
                new StartLogin(providers, pending, workers, clock, LIFETIME),
                new FinishLogin(providers, pending, used, workers, clock),
                pending,
                _ -> Mono.empty(),
                new SessionLoginHandler(),
                LIFETIME,
                AssuranceLevel.SUBSTANTIAL);
        return WebTestClient.bindToRouterFunction(endpoints.routes()).build();
    }
}
