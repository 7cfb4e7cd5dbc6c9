package de.stadttor.saml.autoconfigure;

import static de.stadttor.saml.autoconfigure.TestBrowser.CONSUMER;
import static de.stadttor.saml.autoconfigure.TestBrowser.inputs;
import static de.stadttor.saml.autoconfigure.TestBrowser.session;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.testidp.Conduct;
import de.stadttor.saml.testidp.TestIdentityProvider;
import de.stadttor.saml.testidp.answer.Attacks;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Logins from the first click to the session, and what they do to a session that is there already. */
@OverHttp
class LoginOverHttpTest {

    private static final String BEGIN = "/saml2/login/bayernid";

    @Autowired
    private TestIdentityProvider provider;

    private final TestBrowser browser;

    LoginOverHttpTest(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @AfterEach
    void behaveAgain() {
        provider.behave(Conduct.HONEST);
    }

    @Test
    void logsInThroughTheBrowserAndComesBackToWhereItBegan() {
        var begun = browser.begin(BEGIN + "?level=high&returnTo=/me?x=1");
        var ended = browser.post(browser.answer(begun, "citizen-high", "eid"), begun.cookie(), CONSUMER);

        assertThat(ended.getStatus().value()).isEqualTo(303);
        assertThat(ended.getResponseHeaders().getLocation()).hasToString("/me?x=1");
        assertThat(browser.get("/me", session(ended)).getResponseBody()).contains("demo-citizen-high", "LEVEL_HIGH");
    }

    @Test
    void logsInByRedirectWithTheOtherProfileBesideIt() {
        var begun = browser.beginByRedirect("/saml2/login/bundid");
        var answer = browser.answer(begun, "citizen-substantial", "elster");

        assertThat(browser.post(answer, begun.cookie(), "/saml2/acs/bundid")
                        .getStatus()
                        .value())
                .isEqualTo(303);
    }

    @Test
    void givesEveryLoginAFreshSessionId() {
        String before = session(browser.login("citizen-high"));
        var begun = browser.begin(BEGIN);
        var again = browser.postWithSession(browser.answer(begun, "citizen-high", "eid"), begun.cookie(), before);

        assertThat(session(again)).isNotEqualTo(before);
        assertThat(browser.get("/me", before).getStatus().value()).isEqualTo(401);
        assertThat(browser.get("/me", session(again)).getStatus().value()).isEqualTo(200);
    }

    @Test
    void keepsWhatASessionHeldOnlyForTheSamePerson() {
        String first = session(browser.login("citizen-high"));
        browser.get("/keep?what=basket", first);
        var same = browser.begin(BEGIN);
        String second =
                session(browser.postWithSession(browser.answer(same, "citizen-high", "eid"), same.cookie(), first));

        assertThat(browser.get("/kept", second).getResponseBody()).isEqualTo("basket");

        var other = browser.begin(BEGIN);
        String third =
                session(browser.postWithSession(browser.answer(other, "other-citizen", "eid"), other.cookie(), second));

        assertThat(browser.get("/kept", third).getResponseBody()).isEqualTo("nothing");
    }

    @Test
    void leavesARunningSessionAloneWhenAnAnswerIsRefused() {
        String session = session(browser.login("citizen-high"));
        var begun = browser.begin(BEGIN);
        provider.behave(Conduct.HONEST.attacking(Attacks.find("unsigned").orElseThrow()));
        var refused = browser.postWithSession(browser.answer(begun, "other-citizen", "eid"), begun.cookie(), session);

        assertThat(refused.getStatus().value()).isEqualTo(403);
        assertThat(refused.getResponseCookies()).doesNotContainKey("SESSION");
        assertThat(browser.get("/me", session).getResponseBody()).contains("demo-citizen-high");
    }

    @Test
    void leavesARunningSessionAloneWhenTheLoginIsCancelled() {
        String session = session(browser.login("citizen-high"));
        var begun = browser.begin(BEGIN);
        var cancelled = browser.postWithSession(
                inputs(browser.decide(begun, Map.of("action", "cancel"))), begun.cookie(), session);

        assertThat(cancelled.getStatus().value()).isEqualTo(200);
        assertThat(cancelled.getResponseCookies()).doesNotContainKey("SESSION");
        assertThat(browser.get("/me", session).getResponseBody()).contains("demo-citizen-high");
    }

    @Test
    void finishesALoginThatTheProviderCouldNotServeAtFirst() {
        var begun = browser.begin(BEGIN);
        provider.behave(Conduct.HONEST.outOfOrder());
        var down = browser.decide(begun, Map.of("persona", "citizen-high", "means", "eid"));
        provider.behave(Conduct.HONEST);
        var ended = browser.post(browser.answer(begun, "citizen-high", "eid"), begun.cookie(), CONSUMER);

        assertThat(down.getStatus().value()).isEqualTo(503);
        assertThat(ended.getStatus().value()).isEqualTo(303);
    }

    @Test
    void waitsForAProviderThatThinksForAWhile() {
        var begun = browser.begin(BEGIN);
        provider.behave(Conduct.HONEST.slow(Duration.ofMillis(400)));
        long before = System.nanoTime();
        var answer = browser.answer(begun, "citizen-high", "eid");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(399));
        assertThat(browser.post(answer, begun.cookie(), CONSUMER).getStatus().value())
                .isEqualTo(303);
    }
}
