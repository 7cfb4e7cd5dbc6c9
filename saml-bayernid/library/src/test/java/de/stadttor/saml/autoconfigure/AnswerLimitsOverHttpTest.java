package de.stadttor.saml.autoconfigure;

import static de.stadttor.saml.autoconfigure.TestBrowser.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

/** Check 1 as HTTP sees it: by POST, as a form, of a size an answer can have, one of each field. */
@OverHttp
class AnswerLimitsOverHttpTest {

    private final TestBrowser browser;

    AnswerLimitsOverHttpTest(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @Test
    void takesAnswersByPostOnlyAndInflatesNothing() {
        browser.client
                .get()
                .uri(CONSUMER + "?SAMLResponse=abc")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals("Allow", "POST");
    }

    @Test
    void refusesABodyOfTenMebibytesBeforeReadingIt() {
        assertThat(browser.postRaw("SAMLResponse=" + "A".repeat(10 << 20), "x")).isEqualTo(413);
    }

    @Test
    void refusesTwoAnswers() {
        var begun = browser.begin("/saml2/login/bayernid");
        var answer = browser.answer(begun, "citizen-high", "eid");
        String twice = "SAMLResponse=a&SAMLResponse=b&RelayState=" + answer.get("RelayState");

        assertThat(browser.postRaw(twice, begun.cookie())).isEqualTo(403);
    }

    @Test
    void refusesASecondAnswerInTheAddress() {
        var begun = browser.begin("/saml2/login/bayernid");
        var answer = browser.answer(begun, "citizen-high", "eid");
        var refused = browser.post(answer, begun.cookie(), CONSUMER + "?SAMLResponse=b");

        assertThat(refused.getStatus().value()).isEqualTo(400);
    }

    @Test
    void refusesEscapesThatAreNone() {
        assertThat(browser.postRaw("SAMLResponse=%zz&RelayState=x", "x")).isEqualTo(400);
    }

    @Test
    void refusesEverythingButAForm() {
        browser.client
                .post()
                .uri(CONSUMER)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }
}
