package de.stadttor.saml.response;

import de.stadttor.saml.opensaml.ResponseFacts;
import de.stadttor.saml.outcome.Rejection;
import java.util.List;

/**
 * Check 5: sent to us, by the provider we asked, just now. Its status is read once its signature has been looked at.
 */
final class EnvelopeRules {

    /** "…the Destination attribute … MUST contain the URL to which the sender has instructed the user agent". */
    private static final Rule<ResponseFacts> DESTINATION = new Rule<>(
            "destination",
            (response, expected) ->
                    expected.profile().assertionConsumer().toString().equals(response.destination()));

    private static final Rule<ResponseFacts> ISSUER = new Rule<>(
            "issuer",
            (response, expected) -> expected.profile().provider().entityId().equals(response.issuer()));

    private static final Rule<ResponseFacts> ISSUE_INSTANT =
            new Rule<>("issue-instant", (response, expected) -> expected.isFresh(response.issuedAt()));

    private static final List<Rule<ResponseFacts>> ALL = List.of(DESTINATION, ISSUER, ISSUE_INSTANT);

    void check(ResponseFacts response, Expectation expected) {
        Rule.enforce(ALL, response, expected, Rejection.ENVELOPE);
    }
}
