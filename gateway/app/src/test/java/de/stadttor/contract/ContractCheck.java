package de.stadttor.contract;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Holds every exchange of a test client against the contracts; what they do not allow fails the exchange.
 *
 * <pre>{@code
 * client.mutate().filter(ContractCheck.ofAll()).build();
 * client.post().uri("/api/…").attributes(ContractCheck.wrongOnPurpose())…
 * }</pre>
 */
public final class ContractCheck implements ExchangeFilterFunction {

    private static final String WRONG_ON_PURPOSE = ContractCheck.class.getName() + ".wrongOnPurpose";

    private static final ContractCheck ALL = new ContractCheck(Contracts.load());

    private final Contracts contracts;
    private final RequestCheck requests;
    private final ResponseCheck responses;

    ContractCheck(Contracts contracts) {
        Schemas schemas = new Schemas();
        this.contracts = contracts;
        this.requests = new RequestCheck(schemas);
        this.responses = new ResponseCheck(contracts, schemas);
    }

    /** Checks against all contracts that the gateway serves; one for all tests, since it keeps what it has read. */
    public static ContractCheck ofAll() {
        return ALL;
    }

    /** Marks a request that breaks its contract to see what happens; then only the response is checked. */
    public static Consumer<Map<String, Object>> wrongOnPurpose() {
        return attributes -> attributes.put(WRONG_ON_PURPOSE, true);
    }

    /** Works off the event loop, since contracts and schemas are read from files when they are first needed. */
    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        Optional<Operation> operation =
                contracts.operation(request.method(), request.url().getRawPath());
        return Mono.fromCallable(() -> checked(request, operation))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(next::exchange)
                .onErrorMap(WebClientRequestException.class, ContractCheck::unwrapped)
                .publishOn(Schedulers.boundedElastic())
                .flatMap(response -> checked(response, operation));
    }

    private ClientRequest checked(ClientRequest request, Optional<Operation> operation) {
        if (request.attribute(WRONG_ON_PURPOSE).isPresent()) {
            return request;
        }
        return operation
                .map(promise -> requests.checked(request, promise))
                .orElseThrow(() -> new ContractViolation(
                        request.method() + " " + request.url().getRawPath(), "no contract promises it"));
    }

    private Mono<ClientResponse> checked(ClientResponse response, Optional<Operation> operation) {
        return operation
                .map(promise -> responses.checked(promise, response))
                .orElseGet(() -> responses.checkedRefusal(response));
    }

    /** A violation found while the body was written comes back as a failed request. */
    private static Throwable unwrapped(WebClientRequestException failure) {
        return failure.getCause() instanceof ContractViolation violation ? violation : failure;
    }
}
