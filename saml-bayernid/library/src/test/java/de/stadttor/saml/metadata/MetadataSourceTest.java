package de.stadttor.saml.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

class MetadataSourceTest {

    private final MetadataSource source = new MetadataSource(Duration.ofSeconds(30));
    private final MetadataSource hasty = new MetadataSource(Duration.ofMillis(500));
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .route(routes -> routes.get("/good", (_, response) -> response.sendString(Mono.just("<good/>")))
                    .get("/silent", (_, _) -> Mono.never())
                    .get("/dripping", (_, response) -> response.sendString(dripping()))
                    .get("/large", (_, response) -> response.sendString(large()))
                    .get("/down", (_, response) -> response.status(503).send())
                    .get("/moved", (_, response) -> response.sendRedirect("/good")))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void fetchesADocument() {
        source.fetch(at("/good"))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .as(StepVerifier::create)
                .expectNext("<good/>")
                .verifyComplete();
    }

    @Test
    void readsFilesByWholeAndByRelativePath() {
        var whole = Path.of("pom.xml").toAbsolutePath().toUri();

        assertThat(source.fetch(URI.create("file:pom.xml")).blockOptional()).isPresent();
        assertThat(source.fetch(whole).blockOptional()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/dripping"})
    void givesUpWaitingForAProviderThatDoesNotFinish(String path) {
        hasty.fetch(at(path)).as(StepVerifier::create).verifyError(TimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large", "/down", "/moved"})
    void takesNothingTooLargeNorAnythingButAnAnswer(String path) {
        source.fetch(at(path)).as(StepVerifier::create).verifyError(IOException.class);
    }

    @Test
    void failsWhereNobodyListens() {
        URI address = at("/good");
        server.disposeNow();

        source.fetch(address).as(StepVerifier::create).verifyError(IOException.class);
    }

    @Test
    void readsNoOtherKindOfAddress() {
        source.fetch(URI.create("ftp://127.0.0.1/x")).as(StepVerifier::create).verifyError(IOException.class);
        source.fetch(URI.create("classpath:/missing.xml"))
                .as(StepVerifier::create)
                .verifyError(IOException.class);
        assertThat(source.fetch(URI.create("classpath:logback-test.xml")).blockOptional())
                .isPresent();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static Publisher<String> dripping() {
        return Flux.interval(Duration.ofMillis(50)).map(_ -> "<");
    }

    private static Publisher<String> large() {
        return Flux.range(0, 1100).map(_ -> "x".repeat(1024));
    }
}
