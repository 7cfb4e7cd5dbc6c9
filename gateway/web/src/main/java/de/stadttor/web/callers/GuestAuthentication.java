package de.stadttor.web.callers;

import de.stadttor.guests.AccessLinks;
import de.stadttor.guests.AccessToken;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.SessionCookie;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Recognizes the session of an access link: as bearer token without dots, which no JWT is, or as cookie. */
@Component
final class GuestAuthentication {

    private static final String BEARER = "bearer ";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AccessLinks links;
    private final SessionCookie cookie;
    private final PublicUrl publicUrl;

    GuestAuthentication(AccessLinks links, SessionCookie cookie, PublicUrl publicUrl) {
        this.links = links;
        this.cookie = cookie;
        this.publicUrl = publicUrl;
    }

    /** Empty when the request carries no session of a link. */
    Mono<Authentication> authenticate(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return header.contains(".") || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? Mono.empty()
                    : recognize(header.substring(BEARER.length()).strip());
        }
        String secret = cookie.read(request);
        return secret == null ? Mono.empty() : ownOrigin(request).then(recognize(secret));
    }

    private Mono<Authentication> recognize(String secret) {
        return links.recognize(new AccessToken(secret))
                .<Authentication>map(CallerAuthentication::new)
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("session over")));
    }

    /** A browser sends the cookie by itself, so a write that comes with it must come from our own pages. */
    private Mono<Void> ownOrigin(ServerHttpRequest request) {
        return SAFE.contains(request.getMethod()) || fromHere(request.getHeaders())
                ? Mono.empty()
                : Mono.error(() -> new AccessDeniedException("foreign origin"));
    }

    private boolean fromHere(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        String origin = headers.getFirst(HttpHeaders.ORIGIN);
        return (site == null || site.equals("same-origin") || site.equals("none")) && ours(origin);
    }

    private boolean ours(@Nullable String origin) {
        return origin == null || origin.equals(publicUrl.origin());
    }
}
