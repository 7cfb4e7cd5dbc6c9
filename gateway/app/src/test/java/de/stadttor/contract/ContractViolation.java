package de.stadttor.contract;

import java.util.List;

/** An exchange that a contract does not allow, or a contract that contradicts itself. */
final class ContractViolation extends RuntimeException {

    ContractViolation(String where, List<String> faults) {
        super(where + ":\n  " + String.join("\n  ", faults));
    }

    ContractViolation(String where, String fault) {
        this(where, List.of(fault));
    }

    /** Throws when there is any fault. */
    static void throwUnlessEmpty(String where, List<String> faults) {
        if (!faults.isEmpty()) {
            throw new ContractViolation(where, faults);
        }
    }
}
