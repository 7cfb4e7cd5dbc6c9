package de.stadttor.web.callers;

import de.stadttor.people.Caller;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Machine;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controllers their {@code Citizen}, {@code Caseworker} or {@code Machine}; null where it may be nobody. */
@Component
public final class CallerArguments implements HandlerMethodArgumentResolver {

    CallerArguments() {}

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext bindings, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(authentication -> authentication.getPrincipal())
                .filter(parameter.getParameterType()::isInstance)
                .map(CallerArguments::withRights)
                .switchIfEmpty(nobody(parameter));
    }

    private static Mono<Object> nobody(MethodParameter parameter) {
        return parameter.isOptional()
                ? Mono.empty()
                : Mono.error(() -> new AuthenticationCredentialsNotFoundException("nobody"));
    }

    /** A token of the right audience may still grant nothing. */
    private static Object withRights(Object principal) {
        boolean empty = switch (principal) {
            case Caseworker caseworker -> caseworker.roles().isEmpty();
            case Machine machine -> machine.rights().isEmpty();
            default -> false;
        };
        if (empty) {
            throw new Refused(new Refusal.NotAllowed());
        }
        return principal;
    }
}
