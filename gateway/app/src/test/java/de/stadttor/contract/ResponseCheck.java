package de.stadttor.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Holds responses against their operation. Files pass unread, event streams are checked event by event. */
final class ResponseCheck {

    private final Contracts contracts;
    private final Schemas schemas;

    ResponseCheck(Contracts contracts, Schemas schemas) {
        this.contracts = contracts;
        this.schemas = schemas;
    }

    /** The same response, its body replayed; fails when the contract does not allow it. */
    Mono<ClientResponse> checked(Operation operation, ClientResponse response) {
        int status = response.statusCode().value();
        return operation
                .response(status)
                .map(promise -> checked(status + " of " + operation, promise, response))
                .orElseGet(() -> unpromised(operation.toString(), response));
    }

    /** An answer where there is no operation: only a problem will do. */
    Mono<ClientResponse> checkedRefusal(ClientResponse response) {
        Place problem = contracts.follow("common.yaml", "#/components/responses/AnyProblem");
        int status = response.statusCode().value();
        return response.statusCode().is4xxClientError()
                ? checked(status + " of an unknown operation", problem, response)
                : unpromised("an unknown operation", response);
    }

    private Mono<ClientResponse> checked(String where, Place promise, ClientResponse response) {
        MediaType type = response.headers().contentType().orElse(null);
        Optional<Place> content = promise.find("content").flatMap(found -> MediaTypes.choose(found, type));
        List<String> faults = headerFaults(promise, response.headers().asHttpHeaders());
        if (content.isEmpty() && promise.find("content").isPresent()) {
            faults.add("content type " + type + " is not promised");
        }
        if (!faults.isEmpty()) {
            return response.releaseBody().then(Mono.error(() -> new ContractViolation(where, faults)));
        }
        return content.map(found -> checkedBody(where, found, response)).orElseGet(() -> empty(where, response));
    }

    private List<String> headerFaults(Place promise, HttpHeaders headers) {
        List<String> faults = new ArrayList<>();
        promise.find("headers").stream().flatMap(Place::children).forEach(header -> {
            Parameter expected = new Parameter(header.followed());
            faults.addAll(expected.faults("header " + header.name(), headers.getFirst(header.name()), schemas));
        });
        return faults;
    }

    private Mono<ClientResponse> checkedBody(String where, Place content, ClientResponse response) {
        if (content.name().equals(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            EventCheck events = new EventCheck(where, content.get("x-events"), schemas);
            return Mono.just(response.mutate().body(events::checked).build());
        }
        return content.find("schema")
                .map(schema -> collected(response)
                        .flatMap(body -> replay(where, response, body, bodyFaults(content, schema, response, body))))
                .orElseGet(() -> Mono.just(response));
    }

    private List<String> bodyFaults(Place content, Place schema, ClientResponse response, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!MediaTypes.isJson(MediaType.valueOf(content.name()))) {
            return schemas.faults(schema, Schemas.read(schema, text));
        }
        List<String> faults = new ArrayList<>(schemas.faultsOfJson(schema, text));
        if (faults.isEmpty() && content.name().equals(MediaType.APPLICATION_PROBLEM_JSON_VALUE)) {
            int status = response.statusCode().value();
            faults.addAll(Problems.faults(text, status));
        }
        return faults.stream().map(fault -> fault + "  in  " + text).toList();
    }

    private static Mono<ClientResponse> empty(String where, ClientResponse response) {
        return collected(response)
                .flatMap(body ->
                        replay(where, response, body, body.length == 0 ? List.of() : List.of("no body is promised")));
    }

    private static Mono<ClientResponse> unpromised(String where, ClientResponse response) {
        return collected(response)
                .flatMap(body -> Mono.error(() -> new ContractViolation(
                        where,
                        "status " + response.statusCode() + " is not promised: "
                                + new String(body, StandardCharsets.UTF_8))));
    }

    /** The body; what follows runs off the event loop, since schemas may be loaded from files. */
    private static Mono<byte[]> collected(ClientResponse response) {
        return Bytes.of(response.body(BodyExtractors.toDataBuffers())).publishOn(Schedulers.boundedElastic());
    }

    private static Mono<ClientResponse> replay(
            String where, ClientResponse response, byte[] body, List<String> faults) {
        ContractViolation.throwUnlessEmpty(where, faults);
        Flux<DataBuffer> again = body.length == 0 ? Flux.empty() : Flux.just(Bytes.buffer(body));
        return Mono.just(ClientResponse.create(response.statusCode(), response.strategies())
                .headers(headers -> headers.addAll(response.headers().asHttpHeaders()))
                .cookies(cookies -> cookies.addAll(response.cookies()))
                .body(again)
                .build());
    }
}
