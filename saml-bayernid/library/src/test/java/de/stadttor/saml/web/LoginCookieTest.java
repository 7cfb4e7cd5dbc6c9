package de.stadttor.saml.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.CryptoWorkers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseCookie;

/** The answer is a cross-site POST, so what the cookie allows differs between https and a demonstration without it. */
class LoginCookieTest {

    private final CryptoWorkers workers = new CryptoWorkers(2, 10);

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void travelsAcrossSitesOverHttpsButOnlyToThisVeryHost() {
        ResponseCookie cookie = cookieOf("https://gateway.musterstadt.example", "__Host-saml-login");

        assertThat(cookie.getSameSite()).isEqualTo("None");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void staysWithinTheSiteWithoutHttps() {
        ResponseCookie cookie = cookieOf("http://localhost:8080", "saml-login");

        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.isSecure()).isFalse();
        assertThat(cookie.isHttpOnly()).isTrue();
    }

    @Test
    void isTakenBackInTheSameShape() {
        ResponseCookie deleted = Endpoints.reachedAt("https://gateway.musterstadt.example", Endpoints.KNOWN, workers)
                .get()
                .uri("/saml2/back/bayernid")
                .exchange()
                .returnResult()
                .getResponseCookies()
                .getFirst("__Host-saml-login");

        assertThat(deleted.getMaxAge()).isZero();
        assertThat(deleted.isSecure()).isTrue();
        assertThat(deleted.getPath()).isEqualTo("/");
    }

    private ResponseCookie cookieOf(String publicUrl, String name) {
        return Endpoints.reachedAt(publicUrl, Endpoints.KNOWN, workers)
                .get()
                .uri("/saml2/login/bayernid")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult()
                .getResponseCookies()
                .getFirst(name);
    }
}
