package de.stadttor.web.limits;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.problems.ProblemWriter;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Slows down whoever guesses: an address may be refused as a caller, or try links that open nothing, only so often.
 * What succeeds costs it nothing, so that a city hall behind one address is not in its own way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class FailureLimit implements WebFilter {

    /** Where a secret that somebody was sent opens something. */
    private static final Set<String> SECRETS =
            Set.of("/api/citizen/v1/access", "/api/citizen/v1/claims", "/api/citizen/v1/objections");

    private final Budgets failures;
    private final ClientAddress addresses;
    private final ProblemWriter problems;

    FailureLimit(LimitSettings settings, ObjectProvider<Allowance> allowance, ProblemWriter problems) {
        this.failures =
                new Budgets(settings.failures().times(Allowance.given(allowance).factor()));
        this.addresses = new ClientAddress(settings.trustedProxies());
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String address = addresses.of(exchange.getRequest());
        Duration pause = failures.pause(address);
        if (pause.isPositive()) {
            return problems.write(exchange, new Refused(new Refusal.TooMany(pause)));
        }
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    if (failed(exchange.getRequest(), exchange.getResponse().getStatusCode())) {
                        failures.spend(address);
                    }
                }));
        return chain.filter(exchange);
    }

    private static boolean failed(ServerHttpRequest request, @Nullable HttpStatusCode status) {
        return HttpStatus.UNAUTHORIZED.equals(status) || (HttpStatus.NOT_FOUND.equals(status) && triesASecret(request));
    }

    private static boolean triesASecret(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && SECRETS.contains(request.getPath().value());
    }
}
