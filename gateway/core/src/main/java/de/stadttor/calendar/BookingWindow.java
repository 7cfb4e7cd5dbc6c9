package de.stadttor.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How early and how late the public may book.
 *
 * @param firstDay 0 for today, 1 for tomorrow
 * @param lastDay how many days ahead, counted from today; at least {@code firstDay}
 * @param notice at least so long before the slot begins
 * @param staggered true to release the last day when the clock passes the hour at which its opening begins, and not all
 *     at midnight
 */
public record BookingWindow(int firstDay, int lastDay, Duration notice, boolean staggered) {

    public static final int LONGEST = 365;

    public BookingWindow {
        if (firstDay < 0 || lastDay < firstDay || lastDay > LONGEST || notice.isNegative()) {
            throw new IllegalArgumentException(
                    "window: " + firstDay + " to " + lastDay + " (expected: 0 to " + LONGEST + ")");
        }
    }

    /** When the slots of an opening come into the window. */
    Instant release(LocalDate day, LocalTime opening, ZoneId zone) {
        LocalDate released = day.minusDays(lastDay);
        return staggered
                ? released.atTime(opening).atZone(zone).toInstant()
                : released.atStartOfDay(zone).toInstant();
    }

    /** Whether the public may book what begins at {@code at}. */
    public boolean isOpen(Instant at, Instant releasedAt, Instant now, ZoneId zone) {
        LocalDate earliest = now.atZone(zone).toLocalDate().plusDays(firstDay);
        return !at.isBefore(now.plus(notice))
                && !at.atZone(zone).toLocalDate().isBefore(earliest)
                && !releasedAt.isAfter(now);
    }
}
