package de.stadttor.ticketing;

import de.stadttor.people.AssuranceLevel;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caseworker wants changed; what is null stays as it is.
 *
 * @param looked true when a person has given the ticket the attention it needed
 */
public record TicketChange(
        @Nullable TicketState state,
        @Nullable String queue,
        @Nullable Priority priority,
        @Nullable Assignment assignee,
        @Nullable AssuranceLevel requiredLevel,
        FieldEdits customFields,
        boolean looked) {

    /** Leaves open whether a person has looked. */
    public TicketChange(
            @Nullable TicketState state,
            @Nullable String queue,
            @Nullable Priority priority,
            @Nullable Assignment assignee,
            @Nullable AssuranceLevel requiredLevel,
            FieldEdits customFields) {
        this(state, queue, priority, assignee, requiredLevel, customFields, false);
    }

    /** Custom fields to set and to empty; those in neither stay as they are. */
    public record FieldEdits(Map<String, FieldValue> set, Set<String> emptied) {

        public static final FieldEdits NONE = new FieldEdits(Map.of(), Set.of());

        public FieldEdits {
            set = Map.copyOf(set);
            emptied = Set.copyOf(emptied);
        }

        Map<String, FieldValue> appliedTo(Map<String, FieldValue> values) {
            Map<String, FieldValue> edited = new HashMap<>(values);
            edited.putAll(set);
            edited.keySet().removeAll(emptied);
            return edited;
        }
    }

    /** @param reference the caseworker who shall take it; null gives it back */
    public record Assignment(@Nullable String reference) {}
}
