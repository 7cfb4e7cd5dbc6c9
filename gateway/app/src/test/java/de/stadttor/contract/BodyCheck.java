package de.stadttor.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Holds the body of a request against its operation. */
final class BodyCheck {

    private final Operation operation;
    private final Schemas schemas;

    BodyCheck(Operation operation, Schemas schemas) {
        this.operation = operation;
        this.schemas = schemas;
    }

    /** Completes when the body is right. Schemas may be loaded from files, so it works off the event loop. */
    Mono<Void> check(HttpHeaders headers, byte[] body) {
        return Mono.defer(() -> faults(headers, body))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(faults -> ContractViolation.throwUnlessEmpty("body of " + operation, faults))
                .then();
    }

    private Mono<List<String>> faults(HttpHeaders headers, byte[] body) {
        Optional<Place> promised = operation.requestBody();
        if (body.length == 0) {
            boolean required = promised.flatMap(place -> place.find("required")).isPresent();
            return Mono.just(required ? List.of("is missing") : List.of());
        }
        if (promised.isEmpty()) {
            return Mono.just(List.of("no body is promised"));
        }
        MediaType type = headers.getContentType();
        return MediaTypes.choose(promised.get().get("content"), type)
                .map(content -> faults(content, headers, body))
                .orElseGet(() -> Mono.just(List.of("content type " + type + " is not promised")));
    }

    private Mono<List<String>> faults(Place content, HttpHeaders headers, byte[] body) {
        Place schema = content.get("schema");
        if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(headers.getContentType())) {
            return new MultipartBody(content).read(headers, body).map(parts -> schemas.faults(schema, parts));
        }
        return !isJson(headers)
                ? Mono.just(List.of())
                : Mono.fromCallable(() -> schemas.faultsOfJson(schema, new String(body, StandardCharsets.UTF_8)));
    }

    /** A mail, or somebody's XML, is whatever bytes they sent. */
    private static boolean isJson(HttpHeaders headers) {
        MediaType type = headers.getContentType();
        return type != null && MediaTypes.isJson(type);
    }
}
