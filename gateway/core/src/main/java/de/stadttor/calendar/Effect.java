package de.stadttor.calendar;

import de.stadttor.calendar.Occupants.Occupant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the rules does, or would do.
 *
 * @param saved the availability as it is then; null where none is saved
 * @param gained places that can be booked besides
 * @param lost places that can be booked no longer
 * @param affected appointments that stand, and for which there is no place any more, by time
 */
public record Effect(
        @Nullable Availability saved, int gained, int lost, List<Occupant> affected, List<Warning> warnings) {

    public Effect {
        affected = List.copyOf(affected);
        warnings = List.copyOf(warnings);
    }
}
