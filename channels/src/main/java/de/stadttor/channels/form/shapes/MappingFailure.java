package de.stadttor.channels.form.shapes;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;

/** What a client is told when rules cannot be followed with its document. */
final class MappingFailure {

    /** Most bytes or characters that rules may make of a document. */
    static final int LONGEST_OUTPUT = 2 * 1024 * 1024;

    private MappingFailure() {}

    static Refused failed() {
        return new Refused(Refusal.Invalid.at("", "mapping-failed"));
    }

    static Refused tooLong() {
        return new Refused(new Refusal.TooLarge(LONGEST_OUTPUT));
    }

    /** The processor wraps whatever stops it; what it fails with by itself are faults of the rules. */
    static Refused of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return failed();
    }
}
