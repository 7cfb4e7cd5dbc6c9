package de.stadttor.web.server;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.LargerBody;
import de.stadttor.web.WebSettings;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
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
    private final Map<String, Long> larger;

    RequestManners(WebSettings settings, ObjectProvider<LargerBody> larger) {
        this.settings = settings;
        this.larger = larger.stream().collect(Collectors.toMap(LargerBody::path, LargerBody::limit));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (path.startsWith("/api/") || path.startsWith("/formular/")) {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            headers.setCacheControl("private, no-cache");
            headers.set(HttpHeaders.VARY, "Authorization, Cookie, Accept-Language");
        }
        long limit = larger.getOrDefault(path, settings.bodyLimit());
        return exchange.getRequest().getHeaders().getContentLength() > limit
                ? Mono.error(() -> new Refused(new Refusal.TooLarge(limit)))
                : chain.filter(exchange);
    }
}
