package de.stadttor.web.bodies;

import de.stadttor.web.Contract;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Reads every schema that a controller names, before the first request comes. */
@Component
final class RequiredContracts implements SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Bodies bodies;

    RequiredContracts(ObjectProvider<RequestMappingHandlerMapping> mappings, Bodies bodies) {
        this.mappings = mappings;
        this.bodies = bodies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .flatMap(handler -> Arrays.stream(handler.getMethodParameters()))
                .map(RequiredContracts::contract)
                .filter(name -> !name.isEmpty())
                .forEach(bodies::require);
    }

    private static String contract(MethodParameter parameter) {
        Contract contract = parameter.getParameterAnnotation(Contract.class);
        return contract == null ? "" : contract.value();
    }
}
