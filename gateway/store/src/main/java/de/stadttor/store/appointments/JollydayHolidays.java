package de.stadttor.store.appointments;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.stadttor.calendar.FederalState;
import de.stadttor.calendar.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Jollyday's German calendar; a year of a state is computed once. What single towns have besides is not in it. */
@Component
final class JollydayHolidays implements Holidays {

    private final HolidayManager germany = HolidayManager.getInstance(ManagerParameters.create("de"));
    private final Map<YearOfState, Set<LocalDate>> years = new ConcurrentHashMap<>();

    @Override
    public boolean isHoliday(FederalState state, LocalDate day) {
        return years.computeIfAbsent(new YearOfState(state, day.getYear()), this::holidays)
                .contains(day);
    }

    private Set<LocalDate> holidays(YearOfState wanted) {
        return germany.getHolidays(Year.of(wanted.year()), wanted.state().name().toLowerCase(Locale.ROOT)).stream()
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record YearOfState(FederalState state, int year) {}
}
