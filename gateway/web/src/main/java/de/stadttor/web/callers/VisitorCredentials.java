package de.stadttor.web.callers;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a visitor of a public page can show: a token, or the session of a login. That of an access link opens its one
 * case and says nothing about who is here.
 */
@Component
final class VisitorCredentials implements ServerAuthenticationConverter {

    private final ServerAuthenticationConverter bearer = new ServerBearerTokenAuthenticationConverter();
    private final BrowserCallers browsers;

    VisitorCredentials(BrowserCallers browsers) {
        this.browsers = browsers;
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                ? bearer.convert(exchange)
                : browsers.recognize(exchange).map(CallerAuthentication::new);
    }
}
