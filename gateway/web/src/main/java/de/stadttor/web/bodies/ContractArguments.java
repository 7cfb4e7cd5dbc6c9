package de.stadttor.web.bodies;

import de.stadttor.web.Contract;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controllers their {@code @Contract Received<T>}. */
@Component
public final class ContractArguments implements HandlerMethodArgumentResolver {

    private final Bodies bodies;

    ContractArguments(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Contract.class);
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext bindings, ServerWebExchange exchange) {
        Contract contract = Objects.requireNonNull(parameter.getParameterAnnotation(Contract.class));
        Class<?> type =
                ResolvableType.forMethodParameter(parameter).getGeneric(0).toClass();
        return bodies.read(exchange.getRequest(), contract.value(), type).map(received -> received);
    }
}
