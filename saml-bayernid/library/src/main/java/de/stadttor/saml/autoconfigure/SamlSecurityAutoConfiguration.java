package de.stadttor.saml.autoconfigure;

import de.stadttor.saml.web.SamlPaths;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * Lets everyone reach our own paths, and only those. CSRF tokens make no sense there: the answer is a cross-site POST
 * by design, and it is tied to the browser by {@code RelayState} and cookie instead.
 */
@AutoConfiguration(after = SamlAutoConfiguration.class)
@ConditionalOnBean({SamlPaths.class, ServerHttpSecurity.class})
public class SamlSecurityAutoConfiguration {

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
