package de.stadttor.web.callers;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a citizen can show: a token, the session of a login, the session of an access link. Who sends a token means it,
 * whatever cookies come along; of two cookies the login's counts.
 */
@Component
final class CitizenCredentials implements ServerAuthenticationConverter {

    private final ServerAuthenticationConverter bearer = new ServerBearerTokenAuthenticationConverter();
    private final GuestAuthentication guests;
    private final BrowserCallers browsers;

    CitizenCredentials(GuestAuthentication guests, BrowserCallers browsers) {
        this.guests = guests;
        this.browsers = browsers;
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                ? guests.byToken(exchange).switchIfEmpty(Mono.defer(() -> bearer.convert(exchange)))
                : browsers.recognize(exchange)
                        .<Authentication>map(CallerAuthentication::new)
                        .switchIfEmpty(Mono.defer(() -> guests.byCookie(exchange)));
    }
}
