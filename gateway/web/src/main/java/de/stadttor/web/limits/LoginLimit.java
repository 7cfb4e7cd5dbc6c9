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
 * Limits what one address may ask where nobody is known yet: each login costs a signature, a decryption and a row. The
 * measure is a city hall behind one address, not a person.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
final class LoginLimit implements WebFilter {

    private static final List<String> PATHS = List.of("/saml2/", "/oauth2/", "/logout", "/open311/");

    private final Budgets logins;
    private final ClientAddress addresses;
    private final ProblemWriter problems;

    LoginLimit(LimitSettings settings, ObjectProvider<Allowance> allowance, ProblemWriter problems) {
        this.logins =
                new Budgets(settings.login().times(Allowance.given(allowance).factor()));
        this.addresses = new ClientAddress(settings.trustedProxies());
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isLogin(exchange) ? limited(exchange, chain) : chain.filter(exchange);
    }

    private Mono<Void> limited(ServerWebExchange exchange, WebFilterChain chain) {
        Spent spent = logins.spend(addresses.of(exchange.getRequest()));
        return spent.allowed()
                ? chain.filter(exchange)
                : problems.write(exchange, new Refused(new Refusal.TooMany(spent.pause())));
    }

    private static boolean isLogin(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return PATHS.stream().anyMatch(path::startsWith);
    }
}
