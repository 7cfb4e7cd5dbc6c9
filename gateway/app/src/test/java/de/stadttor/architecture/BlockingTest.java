package de.stadttor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** Proves that the guard stands: a handler that blocks its event loop fails, in every test of this module. */
class BlockingTest {

    @Test
    void aPlantedSleepInAHandlerIsFound() {
        AtomicReference<Throwable> found = new AtomicReference<>();
        var sleeping = RouterFunctions.route(
                RequestPredicates.GET("/"),
                _ -> Mono.fromCallable(BlockingTest::sleep)
                        .doOnError(found::set)
                        .then(ServerResponse.ok().build()));
        var server = HttpServer.create()
                .host("localhost")
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(sleeping)))
                .bindNow(Duration.ofSeconds(10));
        WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + server.port())
                .build()
                .get()
                .uri("/")
                .exchange()
                .expectStatus()
                .is5xxServerError();
        server.disposeNow(Duration.ofSeconds(10));
        assertThat(found.get()).isInstanceOf(BlockingOperationError.class);
    }

    private static boolean sleep() throws InterruptedException {
        Thread.sleep(1);
        return true;
    }
}
