package de.stadttor.saml.response;

import de.stadttor.saml.opensaml.AssertionDecryption;
import de.stadttor.saml.opensaml.AssertionFacts;
import de.stadttor.saml.opensaml.AssertionSignature;
import de.stadttor.saml.opensaml.EnvelopeSignature;
import de.stadttor.saml.opensaml.OpenedAssertion;
import de.stadttor.saml.opensaml.ParsedResponse;
import de.stadttor.saml.opensaml.ResponseFacts;
import de.stadttor.saml.outcome.LoginOutcome.NotLoggedIn;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.ResponsePolicy;

/** Checks 5 to 9: the costly middle, in one go on one worker. */
final class Verification {

    /** What became of an answer that was ours to verify. */
    sealed interface Verdict {

        /** The assertion is proven; nothing else of the answer is used from here on. */
        record Proven(AssertionFacts assertion) implements Verdict {}

        /** The provider reported, credibly enough to show a text, that there is no login. */
        record Ended(NotLoggedIn ending) implements Verdict {}
    }

    private final EnvelopeRules envelope = new EnvelopeRules();
    private final EnvelopeSignature envelopeSignature = new EnvelopeSignature();
    private final RegularEndings endings = new RegularEndings();
    private final AssertionDecryption decryption = new AssertionDecryption();
    private final AssertionSignature assertionSignature = new AssertionSignature();
    private final ConditionRules conditions = new ConditionRules();

    Verdict of(ParsedResponse parsed, IdentityProvider provider, Expectation expected) {
        ResponsePolicy policy = expected.profile().policy();
        ResponseFacts facts = parsed.facts();
        envelope.check(facts, expected);
        envelopeSignature.check(parsed, provider, policy);
        if (!facts.status().isSuccess()) {
            return new Verdict.Ended(endings.of(facts.status()));
        }
        OpenedAssertion opened = decryption.open(parsed, expected.profile());
        AssertionFacts assertion = assertionSignature.verify(opened, provider, policy);
        conditions.check(assertion, expected);
        return new Verdict.Proven(assertion);
    }
}
