package de.stadttor.web.callers;

import de.stadttor.mandates.MandateId;
import de.stadttor.mandates.Representatives;
import de.stadttor.people.Citizen;
import de.stadttor.web.BadRequest;
import de.stadttor.web.problems.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Puts a citizen who names a mandate in the place of its principal, for this request. A browser's {@code EventSource}
 * sends no headers, so the name may stand in the query as well.
 */
@Component
final class ActingFor {

    private static final String HEADER = "Acting-For";
    private static final String PARAMETER = "actingFor";

    private final Representatives representatives;
    private final ProblemWriter problems;

    ActingFor(Representatives representatives, ProblemWriter problems) {
        this.representatives = representatives;
        this.problems = problems;
    }

    /** Stands behind authentication; who is no citizen acts for nobody. */
    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String named = named(exchange.getRequest());
        return named == null
                ? chain.filter(exchange)
                : ReactiveSecurityContextHolder.getContext()
                        .mapNotNull(SecurityContext::getAuthentication)
                        .mapNotNull(authentication -> authentication.getPrincipal())
                        .ofType(Citizen.class)
                        .flatMap(citizen -> representatives.act(citizen, mandate(named)))
                        .map(acting -> chain.filter(exchange)
                                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                        new CallerAuthentication(acting))))
                        .onErrorResume(refused -> Mono.just(problems.write(exchange, refused)))
                        .defaultIfEmpty(chain.filter(exchange))
                        .flatMap(answered -> answered);
    }

    private static @Nullable String named(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst(HEADER);
        return header == null ? request.getQueryParams().getFirst(PARAMETER) : header;
    }

    private static MandateId mandate(String text) {
        try {
            return MandateId.of(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, HEADER);
        }
    }
}
