package de.stadttor.desk.appointments;

import de.stadttor.calendar.Availability;
import de.stadttor.calendar.Effect;
import de.stadttor.calendar.Occupants.Occupant;
import de.stadttor.calendar.Warning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a change of a calendar does, or would do. */
record EffectView(
        boolean dryRun,
        @Nullable AvailabilityView availability,
        int gained,
        int lost,
        List<Affected> affected,
        List<WarningView> warnings) {

    static EffectView of(Effect effect, boolean dryRun) {
        Availability saved = effect.saved();
        return new EffectView(
                dryRun,
                saved == null ? null : AvailabilityView.of(saved),
                effect.gained(),
                effect.lost(),
                effect.affected().stream().map(Affected::of).toList(),
                effect.warnings().stream().map(WarningView::of).toList());
    }

    record Affected(UUID id, String number, Instant at) {

        static Affected of(Occupant occupant) {
            return new Affected(
                    occupant.appointment(), occupant.number(), occupant.first().at());
        }
    }

    record WarningView(String code, String about) {

        static WarningView of(Warning warning) {
            return new WarningView(warning.code().written(), warning.about());
        }
    }
}
