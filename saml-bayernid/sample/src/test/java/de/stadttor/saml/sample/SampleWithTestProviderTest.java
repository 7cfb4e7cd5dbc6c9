package de.stadttor.saml.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleWithTestProviderTest {

    @Test
    void greetsACitizenWhoLoggedInAndRaisesTheLevelOnDemand() {
        int port = Sample.freePort();
        try (var provider = TestProvider.start(Sample.freePort(), port);
                var sample = Sample.start(port, provider.entityId(), provider.metadata(), provider.pins())) {
            var browser = new Browser();
            var greeted = login(browser, sample.start(), "elster");
            var raised = login(browser, sample.login("high"), "eid");

            assertThat(greeted.body()).isEqualTo("Guten Tag, MUSTERMANN! Vertrauensniveau: substantial");
            assertThat(raised.body()).isEqualTo("Guten Tag, MUSTERMANN! Vertrauensniveau: high");
        }
    }

    @Test
    void letsEachLoginChooseItsProfileAndAsksTheSecondByRedirect() {
        int port = Sample.freePort();
        try (var provider = TestProvider.start(Sample.freePort(), port);
                var sample = Sample.start(port, provider.entityId(), provider.metadata(), provider.twoProfiles())) {
            var asBundId = new Browser();
            var choice = asBundId.open(sample.login("bundid", "substantial"));
            var greeted = login(new Browser(), sample.start(), "elster");

            assertThat(choice.uri().getQuery()).contains("SAMLRequest=", "SigAlg=", "Signature=");
            assertThat(finish(asBundId, choice, "elster").body()).isEqualTo(greeted.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xsw3", "person-key-missing"})
    void refusesWhatTheProviderDoesWrongWhenItIsToldTo(String attack) {
        int port = Sample.freePort();
        try (var provider = TestProvider.start(Sample.freePort(), port);
                var sample = Sample.start(port, provider.entityId(), provider.metadata(), provider.pins())) {
            var browser = new Browser();
            browser.submit(browser.open(provider.conduct()), Map.of("attack", attack));

            assertThat(login(browser, sample.start(), "elster").statusCode()).isEqualTo(403);
        }
    }

    private static HttpResponse<String> login(Browser browser, URI from, String means) {
        return finish(browser, browser.submit(browser.open(from), Map.of()), means);
    }

    private static HttpResponse<String> finish(Browser browser, HttpResponse<String> choice, String means) {
        var answer = browser.submit(choice, Map.of("persona", "citizen-high", "means", means));
        return browser.submit(answer, Map.of());
    }
}
