package de.stadttor.demo;

import de.stadttor.identity.login.LocalLogins;
import de.stadttor.identity.login.LocalProvider;
import de.stadttor.identity.login.LocalProvider.ServiceKey;
import de.stadttor.saml.testidp.ProviderRoutes;
import de.stadttor.saml.testidp.ServiceProvider;
import de.stadttor.saml.testidp.TestIdentityProvider;
import de.stadttor.saml.testidp.answer.IdpKey;
import de.stadttor.store.server.DemoCertificates;
import de.stadttor.web.PublicUrl;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The demo's identity provider, which speaks real SAML with full strictness, and our relation to it. */
@Configuration(proxyBeanMethods = false)
@Conditional(DemoMode.class)
@Import(LocalLogins.class)
class DemoLogins {

    private static final String PATH = "/demo/idp";

    /** Its keys are kept in the demo's database, so that every node has the same. */
    @Bean
    DemoCertificates.Kept demoProviderKey(DemoCertificates certificates) {
        return certificates.keptOr("idp", () -> DemoCertificate.fresh("demo-idp"));
    }

    @Bean
    LocalProvider localProvider(
            DemoCertificates.Kept demoProviderKey, DemoCertificates certificates, PublicUrl publicUrl) {
        IdpKey provider = DemoCertificate.read(demoProviderKey);
        return new LocalProvider(
                URI.create(publicUrl.resolve(PATH)),
                provider.certificate(),
                DemoKeys.SP_HOST,
                serviceKey(certificates, "sp-signing"),
                serviceKey(certificates, "sp-decryption"));
    }

    private static ServiceKey serviceKey(DemoCertificates certificates, String name) {
        IdpKey key = DemoCertificate.read(certificates.keptOr(name, () -> DemoCertificate.fresh("demo-" + name)));
        return new ServiceKey(key.privateKey(), key.certificate());
    }

    @Bean
    RouterFunction<ServerResponse> demoProvider(
            DemoCertificates.Kept demoProviderKey, LocalProvider local, PublicUrl publicUrl, Clock clock) {
        List<ServiceProvider> known = Stream.of("bayernid", "bundid")
                .map(profile -> serviceProvider(local, publicUrl, profile))
                .toList();
        var provider = new TestIdentityProvider(
                local.address(), DemoCertificate.read(demoProviderKey), id -> find(known, id), clock);
        return new ProviderRoutes(provider, DemoPeople.all()).under(PATH).filter(DemoLogins::guarded);
    }

    private static Mono<ServerResponse> guarded(ServerRequest request, HandlerFunction<ServerResponse> next) {
        DemoGuard.check(request.exchange().getRequest());
        return next.handle(request);
    }

    private static Optional<ServiceProvider> find(List<ServiceProvider> known, String entityId) {
        return known.stream().filter(each -> each.entityId().equals(entityId)).findAny();
    }

    private static ServiceProvider serviceProvider(LocalProvider local, PublicUrl publicUrl, String profile) {
        return new ServiceProvider(
                local.entityId(publicUrl, profile),
                Set.of(URI.create(publicUrl.resolve("/saml2/acs/" + profile))),
                List.of(local.signing().certificate()),
                local.decryption().certificate());
    }
}
