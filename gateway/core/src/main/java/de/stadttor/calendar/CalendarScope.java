package de.stadttor.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a scope's calendar depends on, besides its rules. */
public record CalendarScope(ScopeId id, ZoneId zone, FederalState state, BookingWindow window) {

    /** So many days more than can be booked have slots already: whatever extends them may rest for as long. */
    private static final int RESERVE = 35;

    LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** The last day that has slots. */
    LocalDate lastDay(Instant now) {
        return today(now).plusDays(window.lastDay() + RESERVE);
    }
}
