package de.stadttor.saml.outcome;

import java.util.List;

/** Carries the refusal of an answer to the end of the checks; no stack trace, for nothing of ours is broken. */
public final class ResponseRefused extends RuntimeException {

    private final Rejection reason;
    private final List<String> violations;

    /** @param violations names of violated rules; never a value from the message */
    public ResponseRefused(Rejection reason, List<String> violations) {
        super(reason + " " + violations, null, false, false);
        this.reason = reason;
        this.violations = List.copyOf(violations);
    }

    public ResponseRefused(Rejection reason, String violation) {
        this(reason, List.of(violation));
    }

    public LoginOutcome.Rejected outcome() {
        return new LoginOutcome.Rejected(reason, violations);
    }
}
