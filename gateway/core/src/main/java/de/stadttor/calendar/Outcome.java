package de.stadttor.calendar;

import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of rules by a change.
 *
 * @param saved the availability as it is from now on; null where none was saved
 * @param what as in {@link CalendarChange}, like the three that follow
 */
record Outcome(
        Rules rules,
        @Nullable Availability saved,
        String what,
        String subject,
        Map<String, String> before,
        Map<String, String> after) {

    /** Refused when the rules are not those that the caseworker saw. */
    static Outcome of(Edit edit, Rules rules) {
        return switch (edit) {
            case Edit.Save(var wanted, var seen) -> saved(rules, wanted, seen);
            case Edit.Remove(var id, var seen) -> removed(rules, id, seen);
            case Edit.Close(var day, var reason) ->
                new Outcome(rules.closed(day), null, "closed", day.toString(), Map.of(), Map.of("reason", reason));
            case Edit.Reopen(var day) -> reopened(rules, day);
        };
    }

    private static Outcome saved(Rules rules, Availability wanted, @Nullable Long seen) {
        Availability before = rules.find(wanted.id());
        long current = Decision.unstale(before == null ? Decision.NONE : before.version(), seen);
        Availability after = wanted.withVersion(current + 1);
        return new Outcome(
                rules.with(after),
                after,
                "saved",
                after.id().toString(),
                before == null ? Map.of() : Written.of(before),
                Written.of(after));
    }

    private static Outcome removed(Rules rules, UUID id, long seen) {
        Availability before = rules.find(id);
        if (before == null) {
            throw new Refused(new Refusal.NotFound());
        }
        Decision.unstale(before.version(), seen);
        return new Outcome(rules.without(before), null, "removed", id.toString(), Written.of(before), Map.of());
    }

    private static Outcome reopened(Rules rules, LocalDate day) {
        if (!rules.closures().contains(day)) {
            throw new Refused(new Refusal.NotFound());
        }
        return new Outcome(rules.reopened(day), null, "reopened", day.toString(), Map.of(), Map.of());
    }
}
