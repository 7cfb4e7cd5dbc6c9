package de.stadttor.civic;

import de.stadttor.forms.Form;
import de.stadttor.refusal.Refusal.Fault;
import java.util.List;

/** Tells whether programs can ask for all that a form needs, and say where; this package cannot read a schema. */
@FunctionalInterface
public interface CivicFormCheck {

    /** Every fault, by JSON pointer into the service; empty for a form that can be one. */
    List<Fault> faults(Form form, CivicService.Placing placing);
}
