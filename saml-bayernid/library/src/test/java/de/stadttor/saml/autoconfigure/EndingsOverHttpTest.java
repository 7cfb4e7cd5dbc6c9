package de.stadttor.saml.autoconfigure;

import static de.stadttor.saml.autoconfigure.TestBrowser.CONSUMER;
import static de.stadttor.saml.autoconfigure.TestBrowser.inputs;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people see who did not get in, though nothing was wrong. */
@OverHttp
class EndingsOverHttpTest {

    private final TestBrowser browser;

    EndingsOverHttpTest(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @Test
    void saysInGermanThatTheLoginWasCancelled() {
        var begun = browser.begin("/saml2/login/bayernid");
        var cancelled = inputs(browser.decide(begun, Map.of("action", "cancel")));
        var ended = browser.post(cancelled, begun.cookie(), CONSUMER);

        assertThat(ended.getStatus().value()).isEqualTo(200);
        assertThat(ended.getResponseBody()).contains("abgebrochen", "/saml2/login/bayernid");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, You cancelled", "'de, en', abgebrochen", "fr, abgebrochen", "';q=nonsense', abgebrochen"})
    void speaksEnglishToWhoeverPrefersItAndGermanToAllOthers(String wanted, String text) {
        assertThat(browser.client
                        .get()
                        .uri("/saml2/back/bayernid")
                        .header("Accept-Language", wanted)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains(text);
    }

    @Test
    void forgetsALoginWhenThePersonComesBackByTheLink() {
        var begun = browser.begin("/saml2/login/bayernid");
        var answer = browser.answer(begun, "citizen-high", "eid");
        browser.client
                .get()
                .uri("/saml2/back/bayernid")
                .cookie("saml-login", begun.cookie())
                .exchange()
                .expectStatus()
                .isOk()
                .expectCookie()
                .maxAge("saml-login", Duration.ZERO);

        assertThat(browser.post(answer, begun.cookie(), CONSUMER).getStatus().value())
                .isEqualTo(403);
    }
}
