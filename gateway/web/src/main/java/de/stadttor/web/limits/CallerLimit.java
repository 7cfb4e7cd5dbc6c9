package de.stadttor.web.limits;

import de.stadttor.people.Caller;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Citizen;
import de.stadttor.people.Machine;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.limits.Budgets.Spent;
import de.stadttor.web.problems.ProblemWriter;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Limits what one authenticated caller asks of this node, and tells in every answer what is left
 * (draft-ietf-httpapi-ratelimit-headers-10).
 */
@Component
@EnableConfigurationProperties(LimitSettings.class)
public final class CallerLimit {

    private final Budgets citizens;
    private final Budgets caseworkers;
    private final Budgets machines;
    private final ProblemWriter problems;

    CallerLimit(LimitSettings settings, ObjectProvider<Allowance> allowance, ProblemWriter problems) {
        int factor = Allowance.given(allowance).factor();
        this.citizens = new Budgets(settings.citizen().times(factor));
        this.caseworkers = new Budgets(settings.caseworker().times(factor));
        this.machines = new Budgets(settings.machine().times(factor));
        this.problems = problems;
    }

    /** Stands behind authentication; who is nobody is left to authorization. */
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .mapNotNull(authentication -> authentication.getPrincipal())
                .ofType(Caller.class)
                .map(caller -> spend(caller, exchange.getResponse().getHeaders()))
                .filter(spent -> !spent.allowed())
                .map(spent -> problems.write(exchange, new Refused(new Refusal.TooMany(spent.pause()))))
                .switchIfEmpty(Mono.fromSupplier(() -> chain.filter(exchange)))
                .flatMap(answered -> answered);
    }

    private Spent spend(Caller caller, HttpHeaders headers) {
        Budgets budgets = switch (caller) {
            case Citizen _ -> citizens;
            case Caseworker _ -> caseworkers;
            case Machine _ -> machines;
        };
        Spent spent = budgets.spend(caller.reference());
        headers.set(
                "RateLimit-Policy",
                "\"caller\";q=" + budgets.rate().burst() + ";w="
                        + budgets.rate().window().toSeconds());
        headers.set("RateLimit", "\"caller\";r=" + spent.remaining() + ";t=" + seconds(spent.reset()));
        return spent;
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
