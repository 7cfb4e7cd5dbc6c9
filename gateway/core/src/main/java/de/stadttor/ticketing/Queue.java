package de.stadttor.ticketing;

import de.stadttor.refusal.Refusal.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where tickets of one kind wait for one team.
 *
 * @param reopenWithin how long after closing a citizen's message opens a ticket again
 */
public record Queue(String key, String title, Duration reopenWithin, List<CustomField> customFields) {

    public Queue {
        customFields = List.copyOf(customFields);
    }

    /** What of {@code values} this queue knows: a ticket that moves on leaves the other fields behind. */
    Map<String, FieldValue> known(Map<String, FieldValue> values) {
        Map<String, FieldValue> known = new HashMap<>(values);
        known.keySet().retainAll(byKey().keySet());
        return known;
    }

    /** Everything about the edited values that does not fit, by JSON pointer; empty when all fits. */
    List<Fault> faults(TicketChange.FieldEdits edits) {
        List<Fault> faults = new ArrayList<>();
        edits.set().forEach((key, value) -> {
            CustomField field = byKey().get(key);
            if (field == null) {
                faults.add(fault(key, "unknown-field"));
            } else if (!field.type().accepts(value)) {
                faults.add(fault(key, field.type().code()));
            }
        });
        return faults;
    }

    /** The required fields that {@code values} lacks. */
    List<Fault> missing(Map<String, FieldValue> values) {
        return customFields.stream()
                .filter(field -> field.required() && !values.containsKey(field.key()))
                .map(field -> fault(field.key(), "required"))
                .toList();
    }

    private Map<String, CustomField> byKey() {
        return customFields.stream().collect(Collectors.toMap(CustomField::key, Function.identity()));
    }

    private static Fault fault(String key, String code) {
        return new Fault("/customFields/" + key, code, "");
    }
}
