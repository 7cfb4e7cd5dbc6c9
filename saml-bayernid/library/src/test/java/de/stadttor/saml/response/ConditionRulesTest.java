package de.stadttor.saml.response;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.TestProfiles;
import de.stadttor.saml.login.PendingLogin;
import de.stadttor.saml.opensaml.AssertionFacts;
import de.stadttor.saml.opensaml.AssertionFacts.Authentication;
import de.stadttor.saml.opensaml.AssertionFacts.Confirmation;
import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import de.stadttor.saml.profile.SamlProfile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that no answer of a provider can violate alone, since the schema or another rule is violated with them. */
class ConditionRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:15:00Z");
    private static final Instant END = NOW.plusSeconds(300);
    private static final SamlProfile PROFILE = TestProfiles.strict();
    private static final Confirmation BEARER = confirmation("urn:oasis:names:tc:SAML:2.0:cm:bearer");
    private static final Authentication JUST_NOW = new Authentication(NOW, null, "STORK-QAA-Level-4");

    private final ConditionRules rules = new ConditionRules();
    private final Expectation expected = new Expectation(
            PROFILE,
            new PendingLogin(
                    "_request", "bayernid", AssuranceLevel.HIGH, NOW.minusSeconds(60), END, "browser", "/", ""),
            NOW);

    @Test
    void takesAnAssertionThatHolds() {
        assertThatCode(() -> rules.check(assertion(false, BEARER, JUST_NOW), expected))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAConditionThatNobodyHereUnderstands() {
        assertRefused(assertion(true, BEARER, JUST_NOW), "known-conditions");
    }

    @Test
    void refusesAConfirmationOtherThanBearer() {
        var holderOfKey = confirmation("urn:oasis:names:tc:SAML:2.0:cm:holder-of-key");

        assertRefused(assertion(false, holderOfKey, JUST_NOW), "subject-confirmation");
    }

    @Test
    void refusesASessionThatHasEndedAtTheProvider() {
        var ended = new Authentication(NOW, NOW.minusSeconds(120), "STORK-QAA-Level-4");

        assertRefused(assertion(false, BEARER, ended), "authn-instant");
    }

    private void assertRefused(AssertionFacts assertion, String rule) {
        assertThatExceptionOfType(ResponseRefused.class)
                .isThrownBy(() -> rules.check(assertion, expected))
                .matches(refused -> refused.outcome().reason() == Rejection.CONDITIONS)
                .matches(refused -> refused.outcome().violations().equals(List.of(rule)));
    }

    private static AssertionFacts assertion(
            boolean unknownConditions, Confirmation confirmation, Authentication authentication) {
        return new AssertionFacts(
                "_a",
                PROFILE.provider().entityId(),
                NOW,
                NOW,
                END,
                List.of(List.of(PROFILE.entityId())),
                unknownConditions,
                List.of(confirmation),
                List.of(authentication),
                List.of());
    }

    private static Confirmation confirmation(String method) {
        return new Confirmation(method, PROFILE.assertionConsumer().toString(), "_request", null, END);
    }
}
