package de.stadttor.identity.oauth;

import de.stadttor.web.Api;
import de.stadttor.web.ClaimNames;
import de.stadttor.web.TrustedIssuer;
import de.stadttor.web.TrustedIssuers;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;

/** Lets our own tokens in at the citizens' door, and at no other: they can grant no role. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuthSettings.class)
class OwnIssuer {

    @Bean
    TrustedIssuers ownTokensTrusted(OwnTokens tokens) {
        return new TrustedIssuers(List.of(new TrustedIssuer(
                tokens.issuer(), tokens.decoder(), Set.of(Api.CITIZEN), Set.of(), ClaimNames.OURS, tokens)));
    }

    /** Lets whoever looks at a token see the request that it came with. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServerWebExchangeContextFilter exchangeInContext() {
        return new ServerWebExchangeContextFilter();
    }
}
