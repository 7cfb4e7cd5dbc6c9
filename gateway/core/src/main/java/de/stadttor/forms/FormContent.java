package de.stadttor.forms;

import de.stadttor.refusal.Refusal.Fault;
import java.util.List;

/** Reads what stands in a form as JSON, of which this package knows nothing. */
@FunctionalInterface
public interface FormContent {

    /**
     * Everything about schema, example, presentation and templates that does not fit, by pointer into the definition.
     */
    List<Fault> faults(Form form);
}
