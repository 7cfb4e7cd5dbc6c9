package de.stadttor.gateway;

import de.stadttor.contract.ContractCheck;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Clients of the running program; every exchange is held against the contracts. */
@TestComponent
public final class Clients {

    private final ReactiveWebServerApplicationContext program;
    private final ConcurrentHashMap<String, String> tokens = new ConcurrentHashMap<>();

    Clients(ReactiveWebServerApplicationContext program) {
        this.program = program;
    }

    public String url() {
        return "http://localhost:" + program.getWebServer().getPort();
    }

    /** Somebody without any token. */
    public WebTestClient anybody() {
        return WebTestClient.bindToServer()
                .baseUrl(url())
                .filter(ContractCheck.ofAll())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** A persona, such as {@code citizen-high} or {@code citizen-high?level=low}. */
    public WebTestClient as(String persona) {
        return bearer(token(persona));
    }

    public WebTestClient bearer(String token) {
        return anybody()
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    public String token(String persona) {
        return tokens.computeIfAbsent(persona, this::fetch);
    }

    private String fetch(String persona) {
        return new String(
                anybody()
                        .get()
                        .uri("/demo/token/" + persona)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }
}
