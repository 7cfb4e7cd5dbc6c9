package de.stadttor.channels.chat;

import de.stadttor.web.problems.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets the pages of sites that a queue allows talk to the chat (CORS), and refuses all others. Browsers ask nobody
 * before they open a WebSocket to another site, so that is refused here as well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class ForeignPages implements WebFilter {

    private static final String HEADERS = "Content-Type, Upload-Ticket, Idempotency-Key, Accept-Language";

    private final ChatSites sites;
    private final ProblemWriter problems;

    ForeignPages(ChatSites sites, ProblemWriter problems) {
        this.sites = sites;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        String origin = exchange.getRequest().getHeaders().getOrigin();
        boolean ours = !path.equals(ChatSocket.PATH) && !path.startsWith(ChatSocket.PATH + "/");
        return ours || origin == null
                ? chain.filter(exchange)
                : sites.allowsSomewhere(origin)
                        .flatMap(allowed -> allowed
                                ? allowed(exchange, chain, origin)
                                : problems.write(exchange, new AccessDeniedException("foreign origin")));
    }

    private static Mono<Void> allowed(ServerWebExchange exchange, WebFilterChain chain, @Nullable String origin) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (!HttpMethod.OPTIONS.equals(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
        headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
        return exchange.getResponse().setComplete();
    }
}
