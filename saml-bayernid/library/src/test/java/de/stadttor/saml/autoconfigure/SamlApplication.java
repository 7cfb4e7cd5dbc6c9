package de.stadttor.saml.autoconfigure;

import de.stadttor.saml.TestKeys;
import de.stadttor.saml.opensaml.ServiceMetadataWriter;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.saml.testidp.People;
import de.stadttor.saml.testidp.ProviderRoutes;
import de.stadttor.saml.testidp.ServiceProviderMetadata;
import de.stadttor.saml.testidp.TestIdentityProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** A stranger's application with a page of its own, and the provider beside it. */
@Configuration
@EnableAutoConfiguration
class SamlApplication {

    static final URI PROVIDER = URI.create("http://localhost/demo/idp");

    @Bean
    TestIdentityProvider provider(SamlProfiles profiles) {
        return new TestIdentityProvider(
                PROVIDER,
                TestKeys.PROVIDER,
                entityId -> profiles.all().stream()
                        .filter(each -> each.entityId().equals(entityId))
                        .map(each -> new String(new ServiceMetadataWriter().write(each), StandardCharsets.UTF_8))
                        .map(ServiceProviderMetadata::read)
                        .findFirst(),
                Clock.systemUTC());
    }

    @Bean
    RouterFunction<ServerResponse> providerRoutes(TestIdentityProvider provider) {
        return new ProviderRoutes(provider, People.all()).under("/demo/idp");
    }

    /** Puts something into the session, and shows it. */
    @Bean
    RouterFunction<ServerResponse> basket() {
        return RouterFunctions.route()
                .GET(
                        "/keep",
                        request -> request.session()
                                .doOnNext(session -> session.getAttributes().put("kept", request.queryParam("what")))
                                .then(ServerResponse.noContent().build()))
                .GET(
                        "/kept",
                        request -> request.session()
                                .flatMap(session -> ServerResponse.ok()
                                        .bodyValue(session.<Optional<String>>getAttributeOrDefault(
                                                        "kept", Optional.empty())
                                                .orElse("nothing"))))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> me() {
        return RouterFunctions.route()
                .GET(
                        "/me",
                        request -> request.principal()
                                .flatMap(principal -> ServerResponse.ok()
                                        .bodyValue(principal.getName() + " "
                                                + ((Authentication) principal).getAuthorities())))
                .build();
    }

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http) {
        return http.authorizeExchange(exchanges -> exchanges
                        .pathMatchers("/demo/**")
                        .permitAll()
                        .anyExchange()
                        .hasAuthority("LEVEL_SUBSTANTIAL"))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new HttpStatusServerEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }
}
