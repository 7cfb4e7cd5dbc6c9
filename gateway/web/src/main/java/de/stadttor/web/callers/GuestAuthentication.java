package de.stadttor.web.callers;

import de.stadttor.guests.AccessLinks;
import de.stadttor.guests.AccessToken;
import de.stadttor.web.SessionCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Recognizes the session of an access link: as bearer token without dots, which no JWT is, or as cookie. */
@Component
final class GuestAuthentication {

    private static final String BEARER = "bearer ";

    private final AccessLinks links;
    private final SessionCookie cookie;
    private final OwnOrigin origin;

    GuestAuthentication(AccessLinks links, SessionCookie cookie, OwnOrigin origin) {
        this.links = links;
        this.cookie = cookie;
        this.origin = origin;
    }

    /** Empty when the request carries no such token. */
    Mono<Authentication> byToken(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header == null || header.contains(".") || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Mono.empty()
                : recognize(header.substring(BEARER.length()).strip());
    }

    /** Empty when the request carries no such cookie. */
    Mono<Authentication> byCookie(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String secret = cookie.read(request);
        return secret == null ? Mono.empty() : origin.check(request).then(recognize(secret));
    }

    private Mono<Authentication> recognize(String secret) {
        return links.recognize(new AccessToken(secret))
                .<Authentication>map(CallerAuthentication::new)
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("session over")));
    }
}
