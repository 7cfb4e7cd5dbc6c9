package de.stadttor.saml.autoconfigure;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.web.CitizenAuthentication;
import de.stadttor.saml.web.LoginEntryPoint;
import de.stadttor.saml.web.SamlPaths;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/** What Spring Security needs to know of us. */
@AutoConfiguration(after = {SamlAutoConfiguration.class, ReactiveWebSecurityAutoConfiguration.class})
@ConditionalOnBean(SamlPaths.class)
public class SamlSecurityAutoConfiguration {

    /**
     * Where the application says nothing itself, everything demands a login of the usual level with the first profile.
     * Must stand before {@link #samlSecurity}, which would count as something said.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingBean(SecurityWebFilterChain.class)
    SecurityWebFilterChain everythingDemandsALogin(ServerHttpSecurity http, SamlPaths paths, SamlProperties settings) {
        AssuranceLevel level = settings.usualLevel();
        var entry = new LoginEntryPoint(paths, new TreeSet<>(settings.profiles().keySet()).first(), level);
        return http.authorizeExchange(
                        exchanges -> exchanges.anyExchange().hasAuthority(CitizenAuthentication.authority(level)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(entry).accessDeniedHandler(entry))
                .build();
    }

    /**
     * Lets everyone reach our own paths, and only those. CSRF tokens make no sense there: the answer is a cross-site
     * POST by design, and it is tied to the browser by {@code RelayState} and cookie instead.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "samlSecurity")
    SecurityWebFilterChain samlSecurity(ServerHttpSecurity http) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(SamlPaths.ALL))
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .csrf(CsrfSpec::disable)
                .build();
    }
}
