package de.stadttor.identity.login;

import de.stadttor.web.problems.ProblemWriter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The library refuses what is no login at all by a bare status; here it becomes a problem, as everywhere else. */
@Component
final class SilentRefusals implements WebFilter {

    private static final String PATHS = "/saml2/";

    private final ProblemWriter problems;

    SilentRefusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getPath().value().startsWith(PATHS)
                ? chain.filter(exchange.mutate().response(speaking(exchange)).build())
                : chain.filter(exchange);
    }

    private ServerHttpResponse speaking(ServerWebExchange exchange) {
        return new ServerHttpResponseDecorator(exchange.getResponse()) {
            @Override
            public Mono<Void> setComplete() {
                HttpStatusCode status = getStatusCode();
                return status != null && status.isError() && !isCommitted()
                        ? problems.write(exchange, new ResponseStatusException(status))
                        : super.setComplete();
            }
        };
    }
}
