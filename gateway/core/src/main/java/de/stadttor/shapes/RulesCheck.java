package de.stadttor.shapes;

import de.stadttor.refusal.Refusal.Fault;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tells whether rules could be followed at all, before they are kept. */
@FunctionalInterface
public interface RulesCheck {

    /** Every fault, by JSON pointer into the mapping; empty when it can be used. */
    Mono<List<Fault>> faults(FormMapping mapping);
}
