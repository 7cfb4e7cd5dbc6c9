package de.stadttor.web.forms;

import com.networknt.schema.SchemaException;
import de.stadttor.forms.Form;
import de.stadttor.forms.FormContent;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.web.bodies.Schemas;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Checks a form from the schema on: only what a sound schema says can be relied on further down. */
@Component
final class JsonFormContent implements FormContent {

    /** Characters of schema, example and presentation, each. */
    private static final int LONGEST = 64 * 1024;

    private static final int MOST_FAULTS = 100;

    private final Schemas schemas;

    JsonFormContent(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public List<Fault> faults(Form form) {
        List<Fault> faults = tooLong(form);
        if (faults.isEmpty()) {
            JsonNode schema = json(form.schema());
            faults = ofSchema(schema);
            if (faults.isEmpty()) {
                faults = ofTheRest(form, schema);
            }
        }
        return faults.stream().limit(MOST_FAULTS).toList();
    }

    private static List<Fault> tooLong(Form form) {
        return Stream.of(
                        new Part("/schema", form.schema()),
                        new Part("/example", form.example()),
                        new Part("/page/presentation", form.page().presentation()))
                .filter(part -> part.json().length() > LONGEST)
                .map(part -> new Fault(part.pointer(), "too-long", ""))
                .toList();
    }

    private List<Fault> ofSchema(JsonNode schema) {
        List<Fault> faults = schemas.faultsOfSchema(schema, "/schema");
        return faults.isEmpty() ? new SchemaCheck(schema).faults() : faults;
    }

    private List<Fault> ofTheRest(Form form, JsonNode schema) {
        FieldTree fields = new FieldTree(schema);
        List<Fault> faults = new ArrayList<>(ofExample(form));
        faults.addAll(TemplateCheck.faults(form.texts(), fields));
        faults.addAll(PresentationCheck.faults(json(form.page().presentation()), fields));
        return faults;
    }

    private List<Fault> ofExample(Form form) {
        try {
            return Schemas.faults(schemas.ofForm(form.schema()), json(form.example()), "/example");
        } catch (SchemaException e) {
            return List.of(new Fault("/schema", "unusable-schema", ""));
        }
    }

    private static JsonNode json(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Part(String pointer, String json) {}
}
