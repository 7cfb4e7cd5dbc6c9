package de.stadttor.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something can be booked now.
 *
 * @param times by time, then office
 * @param previous the last day before the days that were asked for; null when there is none
 * @param next the first day after them; null when there is none
 */
public record Bookable(
        List<Time> times,
        @Nullable LocalDate previous,
        @Nullable LocalDate next) {

    public Bookable {
        times = List.copyOf(times);
    }

    /** @param zone the office's, by which people there say what time it is */
    public record Time(OfficeId office, Instant at, ZoneId zone) {

        public LocalDate day() {
            return at.atZone(zone).toLocalDate();
        }
    }
}
