package de.stadttor.ticketing;

import de.stadttor.refusal.Refusal.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A queue as administrators decide about it.
 *
 * @param title for people
 * @param customFields what its tickets have, in the order to show them; a value whose field goes stays on its ticket
 * @param version grows with every change; of the title and the fields, periods have their own
 */
public record QueueDefinition(String key, String title, List<CustomField> customFields, long version) {

    public QueueDefinition {
        customFields = List.copyOf(customFields);
    }

    QueueDefinition withVersion(long next) {
        return new QueueDefinition(key, title, customFields, next);
    }

    /** What no schema tells: keys that stand twice, and bounds that no number lies in. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int index = 0; index < customFields.size(); index++) {
            CustomField field = customFields.get(index);
            if (!keys.add(field.key())) {
                faults.add(new Fault("/customFields/" + index + "/key", "duplicate-key", ""));
            }
            if (field.type() instanceof CustomField.Type.Decimal(var min, var max)
                    && min != null
                    && max != null
                    && min.compareTo(max) > 0) {
                faults.add(new Fault("/customFields/" + index + "/max", "minimum", ""));
            }
        }
        return faults;
    }
}
