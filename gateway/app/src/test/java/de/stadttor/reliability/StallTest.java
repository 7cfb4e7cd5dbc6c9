package de.stadttor.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import de.stadttor.contract.ContractCheck;
import de.stadttor.gateway.Clients;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.client.MultipartBodyBuilder;

/** Clients that stall while they send, and requests that are too much. */
@Impatient
class StallTest {

    private static final String SUBMISSIONS = "POST /api/intake/v1/submissions HTTP/1.1\r\nHost: localhost\r\n";

    /** Twice the program's patience and a margin for a busy machine. */
    private static final Duration AT_MOST = Duration.ofSeconds(8);

    @Autowired
    private Clients clients;

    @Test
    void closesAConnectionWhoseHeadStopsHalfWay() throws IOException {
        try (var client = RawClient.of(clients.url())) {
            client.send("GET /demo HTTP/1.1\r\nHost: localhost\r\nX-Half: ");
            assertThat(client.isClosedWithin(AT_MOST)).isTrue();
        }
    }

    /** One byte every 200 ms never lets the line fall silent; the whole head has to come in time. */
    @Test
    void closesAConnectionWhoseHeadDripsWithoutEnd() {
        assertTimeout(AT_MOST, () -> {
            try (var client = RawClient.of(clients.url())) {
                client.send("GET /demo HTTP/1.1\r\nHost: localhost\r\nX-Drip: ");
                while (!client.isClosedWithin(Duration.ofMillis(200))) {
                    client.send("a");
                }
            }
        });
    }

    @Test
    void closesAConnectionWhoseNextHeadDripsAfterAGoodRequest() {
        assertTimeout(AT_MOST, () -> {
            try (var client = RawClient.of(clients.url())) {
                client.send("GET /demo HTTP/1.1\r\nHost: localhost\r\n\r\n");
                client.send("GET /demo HTTP/1.1\r\nX-Drip: ");
                while (!client.isClosedWithin(Duration.ofMillis(200))) {
                    client.send("a");
                }
            }
        });
    }

    @Test
    void closesAConnectionWhoseBodyStopsHalfWay() throws IOException {
        try (var client = RawClient.of(clients.url())) {
            client.send(SUBMISSIONS + "Authorization: Bearer " + clients.token("formserver")
                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"form\":");
            assertThat(client.readToEnd(AT_MOST)).doesNotStartWith("HTTP/1.1 5").doesNotStartWith("HTTP/1.1 2");
        }
    }

    @Test
    void refusesManyHeaders() throws IOException {
        var head = new StringBuilder(SUBMISSIONS);
        IntStream.range(0, 5000).forEach(number -> head.append("X-%d: y\r\n".formatted(number)));
        assertRefused(head.append("\r\n").toString());
    }

    @Test
    void refusesAHugeHeader() throws IOException {
        assertRefused(SUBMISSIONS + "X-Huge: " + "y".repeat(20_000) + "\r\n\r\n");
    }

    @Test
    void refusesAHugeRequestLine() throws IOException {
        assertRefused("GET /demo?" + "y".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void refusesTooManyParts() {
        var parts = new MultipartBodyBuilder();
        IntStream.range(0, 100).forEach(number -> parts.part("files", "x").filename(number + ".txt"));
        clients.as("formserver")
                .post()
                .uri("/api/intake/v1/submissions")
                .attributes(ContractCheck.wrongOnPurpose())
                .bodyValue(parts.build())
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    private void assertRefused(String request) throws IOException {
        try (var client = RawClient.of(clients.url())) {
            client.send(request);
            assertThat(client.readToEnd(AT_MOST)).startsWith("HTTP/1.1 4");
        }
    }
}
