package de.stadttor.saml.outcome;

import java.util.List;

/** How a login ended. Only {@link LoggedIn} may change a session; every other case leaves it as it was. */
public sealed interface LoginOutcome {

    /** All twelve checks passed. */
    record LoggedIn(CitizenLogin login) implements LoginOutcome {}

    /** An ending without a login: nobody is in, and a text tells the person what to do next. */
    sealed interface NotLoggedIn extends LoginOutcome {}

    /** The person broke off at the identity provider ({@code AuthnFailed}). */
    record Cancelled() implements NotLoggedIn {}

    /** The person came back by the link "back to the service", which is a plain GET without any answer. */
    record WentBack() implements NotLoggedIn {}

    /** The identity provider denied the request, for instance because the person refused to share data. */
    record Denied() implements NotLoggedIn {}

    /** The identity provider could not reach the level asked for, or could not do it without asking the person. */
    record LevelUnavailable() implements NotLoggedIn {}

    /**
     * The account lacks data that we marked as required.
     *
     * @param names the attributes' names as far as the identity provider told them; at most 20
     */
    record AttributesMissing(List<String> names) implements NotLoggedIn {
        public AttributesMissing {
            names = List.copyOf(names);
        }
    }

    /** The identity provider reported a fault that is none of the regular endings above. */
    record ProviderFault() implements NotLoggedIn {}

    /**
     * The answer failed a check. Whoever sent it learns nothing but that.
     *
     * @param reason the check that failed
     * @param violations names of the violated rules, for our log only; never a value from the message
     */
    record Rejected(Rejection reason, List<String> violations) implements NotLoggedIn {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }

    /** We have more logins in hand than workers for them, or do not know the identity provider's keys at present. */
    record Unavailable() implements NotLoggedIn {}
}
