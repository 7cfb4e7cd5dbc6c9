package de.stadttor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

/** The check on real connections, where bodies come in pieces and streams do not end. */
class ContractCheckOverHttpTest {

    private static final String TICKET = "0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3c4d";

    private static DisposableServer server;
    private static String address;

    @BeforeAll
    static void start() {
        var routes = route(
                        GET("/api/citizen/v1/me"),
                        _ -> ServerResponse.ok()
                                .bodyValue(
                                        Map.of("subject", "c-1", "name", "x".repeat(600_000), "assuranceLevel", "low")))
                .andRoute(GET("/api/citizen/v1/events"), _ -> stream(List.of(event("reset", Map.of()))))
                .andRoute(
                        GET("/api/citizen/v1/tickets/{id}/events"),
                        _ -> stream(List.of(event("reset", Map.of()), event("status", Map.of("ticketId", TICKET)))));
        server = HttpServer.create()
                .host("127.0.0.1")
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow();
        address = "http://127.0.0.1:" + server.port();
    }

    @AfterAll
    static void stop() {
        server.disposeNow();
    }

    @Test
    void replaysLargeBodies() {
        WebTestClient.bindToServer()
                .baseUrl(address)
                .filter(ContractCheck.ofAll())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build()
                .get()
                .uri("/api/citizen/v1/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.subject")
                .isEqualTo("c-1");
    }

    @Test
    void letsAnOpenStreamThroughEventByEvent() {
        StepVerifier.create(follow("/api/citizen/v1/events").map(ServerSentEvent::event))
                .expectNext("reset")
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void breaksAStreamAtTheFirstEventThatIsNotPromised() {
        StepVerifier.create(
                        follow("/api/citizen/v1/tickets/" + TICKET + "/events").map(ServerSentEvent::event))
                .expectNext("reset")
                .expectErrorSatisfies(failure -> assertThat(failure).hasCauseInstanceOf(ContractViolation.class))
                .verify(Duration.ofSeconds(10));
    }

    private static Flux<ServerSentEvent<String>> follow(String uri) {
        return WebClient.builder()
                .baseUrl(address)
                .filter(ContractCheck.ofAll())
                .build()
                .get()
                .uri(uri)
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<>() {});
    }

    private static ServerSentEvent<Object> event(String name, Map<String, String> data) {
        return ServerSentEvent.<Object>builder(data).id("a1").event(name).build();
    }

    private static Mono<ServerResponse> stream(List<ServerSentEvent<Object>> events) {
        return ServerResponse.ok()
                .body(BodyInserters.fromServerSentEvents(
                        Flux.fromIterable(events).concatWith(Flux.never())));
    }
}
