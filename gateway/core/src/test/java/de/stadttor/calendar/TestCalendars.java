package de.stadttor.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Scopes, hours and the few holidays that the cases need. */
public final class TestCalendars {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final Holidays HOLIDAYS = TestCalendars::isHoliday;

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(10, 3),
            MonthDay.of(11, 1),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));
    private static final Set<LocalDate> MOVABLE = Set.of(LocalDate.parse("2027-03-26"), LocalDate.parse("2027-03-29"));

    private TestCalendars() {}

    public static CalendarScope scope(int id) {
        return scope(id, new BookingWindow(0, 60, Duration.ofMinutes(5), true));
    }

    public static CalendarScope scope(int id, BookingWindow window) {
        return new CalendarScope(new ScopeId(id), BERLIN, FederalState.BY, window);
    }

    /** Hours such as {@code 08:00-12:00}. */
    public static Availability.Hours hours(String span, int slotMinutes, int desks, int publicDesks) {
        String[] ends = span.split("-");
        return new Availability.Hours(
                Availability.Kind.OPEN,
                LocalTime.parse(ends[0]),
                LocalTime.parse(ends[1]),
                slotMinutes,
                desks,
                publicDesks);
    }

    public static Availability once(CalendarScope scope, String day, Availability.Hours hours) {
        return of(scope, Recurrence.once(LocalDate.parse(day)), hours);
    }

    public static Availability weekly(
            CalendarScope scope, String from, int weeks, Availability.Hours hours, DayOfWeek... days) {
        LocalDate first = LocalDate.parse(from);
        return of(
                scope,
                new Recurrence(first, first.plusYears(2), Set.copyOf(Arrays.asList(days)), new Rhythm.Weekly(weeks)),
                hours);
    }

    public static Availability of(CalendarScope scope, Recurrence recurrence, Availability.Hours hours) {
        return new Availability(UUID.randomUUID(), scope.id(), recurrence, hours, "", 1);
    }

    static Rules rules(CalendarScope scope, Availability... availabilities) {
        return new Rules(scope, List.of(availabilities), Set.of(), HOLIDAYS);
    }

    /** The instants of slots, in their order. */
    static List<Instant> starts(Map<Slot.Key, Slot> slots) {
        return slots.keySet().stream().map(Slot.Key::at).toList();
    }

    /** A time on the wall in Berlin. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static boolean isHoliday(FederalState state, LocalDate day) {
        return FIXED.contains(MonthDay.from(day)) || MOVABLE.contains(day);
    }
}
