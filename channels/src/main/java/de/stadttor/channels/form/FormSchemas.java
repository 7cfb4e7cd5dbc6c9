package de.stadttor.channels.form;

import com.networknt.schema.Schema;
import de.stadttor.forms.Form;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.web.bodies.Schemas;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Holds submitted fields against their form's schema; a version of a form never changes, so it is read once. */
@Component
final class FormSchemas {

    private final Schemas schemas;
    private final ConcurrentHashMap<String, Schema> known = new ConcurrentHashMap<>();

    FormSchemas(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Every place that does not fit, by JSON pointer into the submission. */
    List<Fault> faults(Form form, JsonNode fields) {
        Schema schema = known.computeIfAbsent(form.key() + '/' + form.version(), _ -> schemas.ofForm(form.schema()));
        return Schemas.faults(schema, fields, "/fields");
    }
}
