package de.stadttor.channels.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.stadttor.channels.email.mailbox.server.Secret;
import de.stadttor.events.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuthTokensTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private volatile int status = 200;
    private HttpServer provider;

    @BeforeEach
    void startProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", this::answer);
        provider.start();
    }

    @AfterEach
    void stopProvider() {
        provider.stop(0);
    }

    @Test
    void asksAsTheApplicationItselfWithoutARefreshToken() throws IOException {
        assertThat(tokens(null).current()).isEqualTo(new Secret("token-1"));
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("grant_type=client_credentials", "client_id=app", "client_secret=hidden", "scope=mail");
    }

    @Test
    void usesATokenUntilShortlyBeforeItEnds() throws IOException {
        OAuthTokens tokens = tokens(null);
        tokens.current();
        clock.advance(Duration.ofMinutes(58));
        assertThat(tokens.current()).isEqualTo(new Secret("token-1"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(tokens.current()).isEqualTo(new Secret("token-2"));
    }

    @Test
    void goesOnWithTheRefreshTokenThatItWasGivenLast() throws IOException {
        OAuthTokens tokens = tokens(new Secret("first"));
        tokens.current();
        clock.advance(Duration.ofHours(1));
        tokens.current();
        assertThat(asked.get(0)).contains("grant_type=refresh_token", "refresh_token=first");
        assertThat(asked.get(1)).contains("refresh_token=refresh-1");
    }

    @Test
    void tellsTheCodeOfARefusalAndNoSecret() {
        status = 400;
        assertThatThrownBy(() -> tokens(new Secret("first")).current())
                .isInstanceOf(IOException.class)
                .hasMessage("token refused: invalid_grant");
    }

    private OAuthTokens tokens(Secret refreshToken) {
        URI endpoint = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/token");
        return new OAuthTokens(endpoint, "app", new Secret("hidden"), "mail", refreshToken, clock);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String body = status == 200 ? """
            {"access_token":"token-%1$d","token_type":"Bearer","expires_in":3600,"refresh_token":"refresh-%1$d"}
            """.formatted(asked.size()) : "{\"error\":\"invalid_grant\"}";
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, 0);
        try (var out = exchange.getResponseBody()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
