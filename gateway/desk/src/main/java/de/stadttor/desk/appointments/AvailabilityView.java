package de.stadttor.desk.appointments;

import de.stadttor.calendar.Availability;
import de.stadttor.calendar.Recurrence;
import de.stadttor.calendar.Rhythm;
import de.stadttor.calendar.ScopeId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hours of a scope, for people at the desk. */
record AvailabilityView(
        UUID id,
        String kind,
        LocalDate from,
        LocalDate until,
        List<String> days,
        String rhythm,
        String startsAt,
        String endsAt,
        int slotMinutes,
        int desks,
        int publicDesks,
        String comment,
        long version) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static AvailabilityView of(Availability availability) {
        Recurrence recurrence = availability.recurrence();
        Availability.Hours hours = availability.hours();
        return new AvailabilityView(
                availability.id(),
                hours.kind().code(),
                recurrence.from(),
                recurrence.until(),
                recurrence.days().stream()
                        .sorted()
                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                        .toList(),
                recurrence.rhythm().code(),
                CLOCK.format(hours.from()),
                CLOCK.format(hours.until()),
                hours.slotMinutes(),
                hours.desks(),
                hours.publicDesks(),
                availability.comment(),
                availability.version());
    }

    /** As it shall be; in a break the slots and desks are left out. */
    record Data(
            String kind,
            LocalDate from,
            LocalDate until,
            List<String> days,
            String rhythm,
            String startsAt,
            String endsAt,
            @Nullable Integer slotMinutes,
            @Nullable Integer desks,
            @Nullable Integer publicDesks,
            @Nullable String comment) {

        Availability availability(UUID id, ScopeId scope) {
            return new Availability(id, scope, recurrence(), hours(), comment == null ? "" : comment, 1);
        }

        private Recurrence recurrence() {
            Set<DayOfWeek> weekdays = days.stream()
                    .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toSet());
            return new Recurrence(from, until, weekdays, Rhythm.of(rhythm));
        }

        private Availability.Hours hours() {
            LocalTime start = LocalTime.parse(startsAt);
            LocalTime end = LocalTime.parse(endsAt);
            Availability.Kind wanted = Availability.Kind.of(kind);
            return wanted == Availability.Kind.BREAK
                    ? Availability.Hours.closed(start, end)
                    : new Availability.Hours(
                            wanted, start, end, orZero(slotMinutes), orZero(desks), orZero(publicDesks));
        }

        private static int orZero(@Nullable Integer number) {
            return number == null ? 0 : number;
        }
    }
}
