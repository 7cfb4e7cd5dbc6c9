package de.stadttor.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that decides when a scope is open. */
record Rules(CalendarScope scope, List<Availability> availabilities, Set<LocalDate> closures, Holidays holidays) {

    Rules {
        availabilities = List.copyOf(availabilities);
        closures = Set.copyOf(closures);
    }

    /** The slots that begin after {@code now}, as far ahead as there are any. */
    Map<Slot.Key, Slot> slots(Instant now) {
        Map<Slot.Key, Slot> slots = new TreeMap<>();
        days(now)
                .flatMap(this::slots)
                .filter(slot -> slot.key().at().isAfter(now))
                .forEach(slot -> slots.merge(slot.key(), slot, Slot::and));
        return slots;
    }

    Stream<LocalDate> days(Instant now) {
        return scope.today(now).datesUntil(scope.lastDay(now).plusDays(1));
    }

    /** What a day has to offer; one slot of each availability. */
    Stream<Slot> slots(LocalDate day) {
        if (closures.contains(day)) {
            return Stream.empty();
        }
        Map<Availability.Kind, List<Availability>> today = availabilities.stream()
                .filter(availability -> counts(availability, day))
                .collect(Collectors.groupingBy(
                        availability -> availability.hours().kind()));
        List<Availability> breaks = today.getOrDefault(Availability.Kind.BREAK, List.of());
        return today.getOrDefault(Availability.Kind.OPEN, List.of()).stream()
                .flatMap(open -> slots(day, open.hours(), breaks));
    }

    /** Holidays are for series; who opens for a day or two means it. */
    private boolean counts(Availability availability, LocalDate day) {
        Recurrence recurrence = availability.recurrence();
        return recurrence.fallsOn(day) && (recurrence.isSpecial() || !holidays.isHoliday(scope.state(), day));
    }

    private Stream<Slot> slots(LocalDate day, Availability.Hours hours, List<Availability> breaks) {
        Instant release = scope.window().release(day, hours.from(), scope.zone());
        return hours.starts()
                .filter(start ->
                        breaks.stream().noneMatch(pause -> pause.hours().overlap(start, hours.slotMinutes())))
                .flatMap(start -> instants(day, start))
                .map(at ->
                        new Slot(new Slot.Key(at, hours.slotMinutes()), hours.desks(), hours.publicDesks(), release));
    }

    /** None for an hour that spring leaves out, two for one that autumn has twice. */
    private Stream<Instant> instants(LocalDate day, LocalTime time) {
        var local = day.atTime(time);
        List<ZoneOffset> offsets = scope.zone().getRules().getValidOffsets(local);
        return offsets.stream().map(local::toInstant);
    }

    @Nullable
    Availability find(UUID id) {
        return availabilities.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    Rules with(Availability changed) {
        Stream<Availability> others = without(changed).availabilities().stream();
        return having(Stream.concat(others, Stream.of(changed)).toList(), closures);
    }

    Rules without(Availability removed) {
        return having(
                availabilities.stream()
                        .filter(each -> !each.id().equals(removed.id()))
                        .toList(),
                closures);
    }

    Rules closed(LocalDate day) {
        return having(
                availabilities, Stream.concat(closures.stream(), Stream.of(day)).collect(Collectors.toSet()));
    }

    Rules reopened(LocalDate day) {
        return having(
                availabilities,
                closures.stream().filter(other -> !other.equals(day)).collect(Collectors.toSet()));
    }

    private Rules having(List<Availability> otherAvailabilities, Set<LocalDate> otherClosures) {
        return new Rules(scope, otherAvailabilities, otherClosures, holidays);
    }
}
