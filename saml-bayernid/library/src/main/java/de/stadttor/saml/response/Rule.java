package de.stadttor.saml.response;

import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * One named rule about a message; all rules of a check run, so that our log shows everything that was wrong.
 *
 * @param <T> what the rule looks at
 */
record Rule<T>(String name, BiPredicate<T, Expectation> holds) {

    /** Fails with {@link ResponseRefused}, naming every violated rule. */
    static <T> void enforce(List<Rule<T>> rules, T subject, Expectation expected, Rejection reason) {
        List<String> violations = rules.stream()
                .filter(rule -> !rule.holds().test(subject, expected))
                .map(Rule::name)
                .toList();
        if (!violations.isEmpty()) {
            throw new ResponseRefused(reason, violations);
        }
    }
}
