package de.stadttor.web.server;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.WebSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The first to see a request: refuses a body that says it is too large, and keeps shared caches away from answers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestManners implements WebFilter {

    private final WebSettings settings;

    RequestManners(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith("/api/")) {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            headers.setCacheControl("private, no-cache");
            headers.set(HttpHeaders.VARY, "Authorization, Cookie, Accept-Language");
        }
        return exchange.getRequest().getHeaders().getContentLength() > settings.bodyLimit()
                ? Mono.error(() -> new Refused(new Refusal.TooLarge(settings.bodyLimit())))
                : chain.filter(exchange);
    }
}
