package de.stadttor.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** An availability as plain words by name, which is how it is stored and how its history tells of it. */
public final class Written {

    private Written() {}

    public static Map<String, String> of(Availability availability) {
        Recurrence recurrence = availability.recurrence();
        Availability.Hours hours = availability.hours();
        return Map.ofEntries(
                Map.entry("from", recurrence.from().toString()),
                Map.entry("until", recurrence.until().toString()),
                Map.entry(
                        "days",
                        recurrence.days().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","))),
                Map.entry("rhythm", recurrence.rhythm().code()),
                Map.entry("kind", hours.kind().code()),
                Map.entry("startsAt", hours.from().toString()),
                Map.entry("endsAt", hours.until().toString()),
                Map.entry("slotMinutes", Integer.toString(hours.slotMinutes())),
                Map.entry("desks", Integer.toString(hours.desks())),
                Map.entry("publicDesks", Integer.toString(hours.publicDesks())),
                Map.entry("comment", availability.comment()));
    }

    public static Availability read(UUID id, ScopeId scope, Map<String, String> words, long version) {
        return new Availability(id, scope, recurrence(words), hours(words), word(words, "comment"), version);
    }

    private static Recurrence recurrence(Map<String, String> words) {
        return new Recurrence(
                LocalDate.parse(word(words, "from")),
                LocalDate.parse(word(words, "until")),
                Arrays.stream(word(words, "days").split(","))
                        .filter(day -> !day.isEmpty())
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toSet()),
                Rhythm.of(word(words, "rhythm")));
    }

    private static Availability.Hours hours(Map<String, String> words) {
        return new Availability.Hours(
                Availability.Kind.of(word(words, "kind")),
                LocalTime.parse(word(words, "startsAt")),
                LocalTime.parse(word(words, "endsAt")),
                number(words, "slotMinutes"),
                number(words, "desks"),
                number(words, "publicDesks"));
    }

    private static int number(Map<String, String> words, String name) {
        return Integer.parseInt(word(words, name));
    }

    private static String word(Map<String, String> words, String name) {
        return Objects.requireNonNull(words.get(name), name);
    }
}
