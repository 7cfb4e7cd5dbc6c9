package de.stadttor.calendar;

import java.time.LocalDate;

/** Knows the public holidays, which the JDK does not. Answers at once, for it is asked for each day of a calendar. */
@FunctionalInterface
public interface Holidays {

    boolean isHoliday(FederalState state, LocalDate day);
}
