package de.stadttor.desk;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.ticketing.FieldValue;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.TicketChange;
import de.stadttor.ticketing.TicketChange.Assignment;
import de.stadttor.ticketing.TicketChange.FieldEdits;
import de.stadttor.ticketing.TicketState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A change as it stands in the contract; held as JSON, where an absent assignee and a null one differ. */
record ChangeRequest(JsonNode body) {

    TicketChange change() {
        String state = text("state");
        String priority = text("priority");
        String level = text("requiredLevel");
        return new TicketChange(
                state == null ? null : TicketState.of(state),
                text("queue"),
                priority == null ? null : Priority.of(priority),
                body.has("assignee") ? new Assignment(text("assignee")) : null,
                level == null ? null : AssuranceLevel.of(level),
                edits(),
                body.path("needsAttention").isBoolean());
    }

    private FieldEdits edits() {
        Map<String, FieldValue> set = new HashMap<>();
        Set<String> emptied = new HashSet<>();
        body.path("customFields").properties().forEach(field -> {
            if (field.getValue().isNull()) {
                emptied.add(field.getKey());
            } else {
                set.put(field.getKey(), FieldJson.read(field.getValue()));
            }
        });
        return new FieldEdits(set, emptied);
    }

    private @Nullable String text(String name) {
        JsonNode value = body.path(name);
        return value.isString() ? value.stringValue() : null;
    }
}
