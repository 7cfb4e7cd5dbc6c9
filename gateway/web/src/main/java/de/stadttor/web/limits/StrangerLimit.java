package de.stadttor.web.limits;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.limits.Budgets.Spent;
import de.stadttor.web.problems.ProblemWriter;
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
 * Limits what one address may ask where nobody is known yet: each login costs a signature, a decryption and a row, each
 * form that is sent a ticket. The measure is a city hall behind one address, not a person.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
final class StrangerLimit implements WebFilter {

    private static final List<String> LOGINS = List.of("/saml2/", "/oauth2/", "/logout");
    private static final List<String> FORMS = List.of("/formular/");
    private static final List<String> BOOKING =
            List.of("/zms/", "/api/citizen/v1/appointments", "/api/citizen/v1/availability");

    private static final List<String> REPORTS = List.of("/open311/");
    private static final List<String> CHATS = List.of("/chat/v1", "/api/desk/v1/chats/socket");

    private final List<Measure> measures;
    private final ClientAddress addresses;
    private final ProblemWriter problems;

    StrangerLimit(LimitSettings settings, ObjectProvider<Allowance> allowance, ProblemWriter problems) {
        int factor = Allowance.given(allowance).factor();
        this.measures = List.of(
                new Measure(LOGINS, new Budgets(settings.login().times(factor))),
                new Measure(REPORTS, new Budgets(settings.login().times(factor))),
                new Measure(FORMS, new Budgets(settings.visitor().times(factor))),
                new Measure(BOOKING, new Budgets(settings.visitor().times(factor))),
                new Measure(CHATS, new Budgets(settings.visitor().times(factor))));
        this.addresses = new ClientAddress(settings.trustedProxies());
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        for (Measure measure : measures) {
            if (measure.covers(path)) {
                return limited(measure.budgets(), exchange, chain);
            }
        }
        return chain.filter(exchange);
    }

    private Mono<Void> limited(Budgets budgets, ServerWebExchange exchange, WebFilterChain chain) {
        Spent spent = budgets.spend(addresses.of(exchange.getRequest()));
        return spent.allowed()
                ? chain.filter(exchange)
                : problems.write(exchange, new Refused(new Refusal.TooMany(spent.pause())));
    }

    private record Measure(List<String> paths, Budgets budgets) {

        boolean covers(String path) {
            return paths.stream().anyMatch(path::startsWith);
        }
    }
}
