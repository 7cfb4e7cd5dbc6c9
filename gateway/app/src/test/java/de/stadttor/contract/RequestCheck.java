package de.stadttor.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;

/** Holds requests against their operation: parameters before they are sent, the body while it is written. */
final class RequestCheck {

    private final Schemas schemas;

    RequestCheck(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The same request, of which the body will be checked; throws at once when a parameter is wrong. */
    ClientRequest checked(ClientRequest request, Operation operation) {
        ContractViolation.throwUnlessEmpty("request of " + operation, faults(request, operation));
        BodyCheck body = new BodyCheck(operation, schemas);
        return ClientRequest.from(request)
                .body((message, context) -> request.body().insert(new CheckedRequest(message, body), context))
                .build();
    }

    private List<String> faults(ClientRequest request, Operation operation) {
        MultiValueMap<String, String> query =
                UriComponentsBuilder.fromUri(request.url()).build().getQueryParams();
        List<String> faults = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            String label = parameter.in() + " parameter " + parameter.name();
            faults.addAll(parameter.faults(label, value(parameter, request, operation, query), schemas));
        }
        query.keySet().stream()
                .filter(name -> operation.parameters().stream()
                        .noneMatch(parameter -> parameter.in().equals("query")
                                && parameter.name().equals(name)))
                .forEach(name -> faults.add("query parameter " + name + " is not promised"));
        return faults;
    }

    private static @Nullable String value(
            Parameter parameter, ClientRequest request, Operation operation, MultiValueMap<String, String> query) {
        return switch (parameter.in()) {
            case "path" -> pathVariables(request, operation).get(parameter.name());
            case "query" -> decoded(query.getFirst(parameter.name()));
            case "header" -> request.headers().getFirst(parameter.name());
            case "cookie" -> request.cookies().getFirst(parameter.name());
            default -> throw new ContractViolation(operation.toString(), "unknown place: " + parameter.in());
        };
    }

    private static Map<String, String> pathVariables(ClientRequest request, Operation operation) {
        PathMatchInfo match = operation
                .path()
                .matchAndExtract(PathContainer.parsePath(request.url().getRawPath()));
        return match == null ? Map.of() : match.getUriVariables();
    }

    private static @Nullable String decoded(@Nullable String value) {
        return value == null ? null : UriUtils.decode(value, StandardCharsets.UTF_8);
    }
}
