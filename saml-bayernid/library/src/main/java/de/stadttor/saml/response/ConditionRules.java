package de.stadttor.saml.response;

import de.stadttor.saml.opensaml.AssertionFacts;
import de.stadttor.saml.opensaml.AssertionFacts.Authentication;
import de.stadttor.saml.opensaml.AssertionFacts.Confirmation;
import de.stadttor.saml.outcome.Rejection;
import java.util.List;

/**
 * Check 9: the assertion holds now, for us, as the answer to our request, about someone who was authenticated after we
 * asked. Source: SAML 2.0 Profiles, 4.1.4.2 and 4.1.4.3. The address of the citizen is not compared: behind NAT and
 * proxies it proves nothing.
 */
final class ConditionRules {

    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    private static final Rule<AssertionFacts> ISSUER = new Rule<>(
            "issuer",
            (assertion, expected) -> expected.profile().provider().entityId().equals(assertion.issuer()));

    private static final Rule<AssertionFacts> ISSUE_INSTANT =
            new Rule<>("issue-instant", (assertion, expected) -> expected.isFresh(assertion.issuedAt()));

    private static final Rule<AssertionFacts> NOT_BEFORE = new Rule<>("not-before", (assertion, expected) -> {
        var notBefore = assertion.notBefore();
        return notBefore == null || expected.hasCome(notBefore);
    });

    private static final Rule<AssertionFacts> NOT_ON_OR_AFTER =
            new Rule<>("not-on-or-after", (assertion, expected) -> expected.isAhead(assertion.notOnOrAfter()));

    private static final Rule<AssertionFacts> AUDIENCE = new Rule<>(
            "audience",
            (assertion, expected) -> !assertion.audiences().isEmpty()
                    && assertion.audiences().stream()
                            .allMatch(audience ->
                                    audience.contains(expected.profile().entityId())));

    private static final Rule<AssertionFacts> KNOWN_CONDITIONS =
            new Rule<>("known-conditions", (assertion, _) -> !assertion.unknownConditions());

    private static final Rule<AssertionFacts> BEARER_CONFIRMED = new Rule<>(
            "subject-confirmation",
            (assertion, expected) -> assertion.confirmations().stream().anyMatch(each -> confirms(each, expected)));

    private static final Rule<AssertionFacts> AUTHENTICATED = new Rule<>(
            "authn-instant",
            (assertion, expected) -> assertion.authentications().size() == 1
                    && isFresh(assertion.authentications().getFirst(), expected));

    private static final List<Rule<AssertionFacts>> ALL = List.of(
            ISSUER,
            ISSUE_INSTANT,
            NOT_BEFORE,
            NOT_ON_OR_AFTER,
            AUDIENCE,
            KNOWN_CONDITIONS,
            BEARER_CONFIRMED,
            AUTHENTICATED);

    void check(AssertionFacts assertion, Expectation expected) {
        Rule.enforce(ALL, assertion, expected, Rejection.CONDITIONS);
    }

    private static boolean confirms(Confirmation confirmation, Expectation expected) {
        return confirmation.method().equals(BEARER)
                && expected.profile().assertionConsumer().toString().equals(confirmation.recipient())
                && expected.login().requestId().equals(confirmation.inResponseTo())
                && confirmation.notBefore() == null
                && expected.isAhead(confirmation.notOnOrAfter());
    }

    /** We asked with ForceAuthn, so an authentication from before our request is somebody's old one. */
    private static boolean isFresh(Authentication authentication, Expectation expected) {
        var end = authentication.sessionNotOnOrAfter();
        return expected.isFresh(authentication.at()) && (end == null || expected.isAhead(end));
    }
}
