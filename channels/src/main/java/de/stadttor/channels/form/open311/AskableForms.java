package de.stadttor.channels.form.open311;

import de.stadttor.civic.CivicFormCheck;
import de.stadttor.civic.CivicService.Placing;
import de.stadttor.forms.Form;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Knows which forms GeoReport can ask for: those that need nothing but attributes and a place. */
@Component
final class AskableForms implements CivicFormCheck {

    @Override
    public List<Fault> faults(Form form, Placing placing) {
        JsonNode schema = StrictJson.read(form.schema().getBytes(StandardCharsets.UTF_8));
        List<Fault> faults = new ArrayList<>();
        if (!asked(form, placing).containsAll(required(schema))) {
            faults.add(new Fault("/form", "required-without-attribute", ""));
        }
        faults.addAll(unknown(schema, "/placing/address", placing.address()));
        faults.addAll(unknown(schema, "/placing/latitude", placing.latitude()));
        faults.addAll(unknown(schema, "/placing/longitude", placing.longitude()));
        return faults;
    }

    private static Set<String> asked(Form form, Placing placing) {
        Set<String> names = new HashSet<>(placing.fields());
        Attribute.of(form, placing).forEach(attribute -> names.add(attribute.code()));
        return names;
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new HashSet<>();
        schema.path("required").forEach(name -> names.add(name.asString()));
        return names;
    }

    private static List<Fault> unknown(JsonNode schema, String pointer, @Nullable String field) {
        return field == null || schema.path("properties").has(field)
                ? List.of()
                : List.of(new Fault(pointer, "no-such-field", ""));
    }
}
