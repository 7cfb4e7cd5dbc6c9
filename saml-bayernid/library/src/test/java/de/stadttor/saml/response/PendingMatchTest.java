package de.stadttor.saml.response;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.TestProfiles;
import de.stadttor.saml.TickingClock;
import de.stadttor.saml.login.BrowserSecret;
import de.stadttor.saml.login.InMemoryPendingLogins;
import de.stadttor.saml.login.PendingKey;
import de.stadttor.saml.login.PendingLogin;
import de.stadttor.saml.opensaml.ResponseFacts;
import de.stadttor.saml.opensaml.StatusFacts;
import de.stadttor.saml.outcome.ResponseRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

class PendingMatchTest {

    private final TickingClock clock = new TickingClock();
    private final InMemoryPendingLogins pending = new InMemoryPendingLogins(clock, 10);
    private final PendingMatch match = new PendingMatch(pending);
    private final BrowserSecret browser = BrowserSecret.random();

    @Test
    void findsTheLoginThatThisBrowserBegan() {
        begin("bayernid");

        match.take("handle", browser, answerTo("_request"), TestProfiles.strict())
                .as(StepVerifier::create)
                .expectNextMatches(login -> login.requestId().equals("_request"))
                .verifyComplete();
    }

    /** The providers are different ones: what one of them says ends no login at the other. */
    @ParameterizedTest
    @CsvSource({"bundid, _request", "bayernid, _other", "bayernid,"})
    void refusesAnAnswerToAnotherProfileOrRequest(String profile, String inResponseTo) {
        begin(profile);

        match.take("handle", browser, answerTo(inResponseTo), TestProfiles.strict())
                .as(StepVerifier::create)
                .verifyError(ResponseRefused.class);
    }

    private void begin(String profile) {
        var login = new PendingLogin(
                "_request",
                profile,
                AssuranceLevel.HIGH,
                clock.instant(),
                clock.instant().plus(Duration.ofMinutes(15)),
                browser.fingerprint(),
                "/",
                "");
        pending.save(PendingKey.of("handle", browser), login).block();
    }

    private ResponseFacts answerTo(String requestId) {
        return new ResponseFacts(requestId, null, null, clock.instant(), new StatusFacts("", null, null));
    }
}
