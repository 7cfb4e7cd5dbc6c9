package de.stadttor.web.limits;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.problems.ProblemWriter;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Turns requests away while those before them have to wait too long, before anything is spent on them: so that whoever
 * was let in is served soon, however many come. Uploads that trickle in do not count, for they do not wait for us.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Overload implements WebFilter {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);
    private static final String OPERATIONS = "/actuator/";

    private final List<Bottleneck> bottlenecks;
    private final ProblemWriter problems;

    Overload(ObjectProvider<Bottleneck> bottlenecks, ProblemWriter problems) {
        this.bottlenecks = bottlenecks.stream().toList();
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isCongested() && !isOperation(exchange)
                ? problems.write(exchange, new Refused(new Refusal.Busy(COME_AGAIN)))
                : chain.filter(exchange);
    }

    private boolean isCongested() {
        for (Bottleneck bottleneck : bottlenecks) {
            if (bottleneck.isCongested()) {
                return true;
            }
        }
        return false;
    }

    /** Whoever watches us must see that we live. */
    private static boolean isOperation(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith(OPERATIONS);
    }
}
