package de.stadttor.web.forms;

import de.stadttor.refusal.Refusal.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A presentation, already as the contract wants it, speaks only of fields and values that there are. */
final class PresentationCheck {

    private static final String ROOT = "/page/presentation";

    private PresentationCheck() {}

    static List<Fault> faults(JsonNode presentation, FieldTree fields) {
        List<Fault> faults = new ArrayList<>();
        presentation.path("fields").properties().forEach(field -> {
            String place = ROOT + "/fields/" + Subschemas.escaped(field.getKey());
            if (fields.reaches(field.getKey())) {
                faults.addAll(optionFaults(field.getValue(), fields.choices(field.getKey()), place));
            } else {
                faults.add(new Fault(place, "no-such-field", ""));
            }
        });
        faults.addAll(sectionFaults(presentation.path("sections"), fields));
        return faults;
    }

    private static List<Fault> optionFaults(JsonNode field, Set<String> choices, String pointer) {
        return field.path("options").propertyNames().stream()
                .filter(option -> !choices.contains(option))
                .map(option -> new Fault(pointer + "/options/" + Subschemas.escaped(option), "unknown-option", ""))
                .toList();
    }

    /** A field stands in one place only. */
    private static List<Fault> sectionFaults(JsonNode sections, FieldTree fields) {
        List<Fault> faults = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            JsonNode names = sections.get(i).path("fields");
            for (int j = 0; j < names.size(); j++) {
                String pointer = ROOT + "/sections/" + i + "/fields/" + j;
                String name = names.get(j).asString("");
                if (!fields.reaches(name)) {
                    faults.add(new Fault(pointer, "no-such-field", ""));
                } else if (!placed.add(name)) {
                    faults.add(new Fault(pointer, "placed-twice", ""));
                }
            }
        }
        return faults;
    }
}
