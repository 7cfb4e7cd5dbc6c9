package de.stadttor.web.limits;

import org.springframework.beans.factory.ObjectProvider;

/** Multiplies every limit, where few stand for many: the personas of a demo, all on one machine. */
@FunctionalInterface
public interface Allowance {

    Allowance NORMAL = () -> 1;

    int factor();

    static Allowance given(ObjectProvider<Allowance> allowance) {
        return allowance.getIfAvailable(() -> NORMAL);
    }
}
