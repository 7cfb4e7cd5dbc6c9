package de.stadttor.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a caseworker should know before a change counts. Nothing is refused for it.
 *
 * @param about id of another availability, or a day
 */
public record Warning(Code code, String about) {

    /** What it warns of. */
    public enum Code {
        /** Both offer places at the same time: they add up. */
        OVERLAP,
        /** It opens on a public holiday. */
        HOLIDAY;

        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<Warning> of(Rules rules, Availability saved, Instant now) {
        return saved.hours().kind() == Availability.Kind.BREAK
                ? List.of()
                : Stream.concat(overlaps(rules, saved, now), holidays(rules, saved, now))
                        .toList();
    }

    private static Stream<Warning> overlaps(Rules rules, Availability saved, Instant now) {
        return rules.availabilities().stream()
                .filter(other -> other.hours().kind() == Availability.Kind.OPEN)
                .filter(other -> saved.overlaps(other, rules.days(now)))
                .map(other -> new Warning(Code.OVERLAP, other.id().toString()));
    }

    private static Stream<Warning> holidays(Rules rules, Availability saved, Instant now) {
        return rules.days(now)
                .filter(day -> saved.recurrence().isSpecial()
                        && saved.recurrence().fallsOn(day)
                        && rules.holidays().isHoliday(rules.scope().state(), day))
                .map(LocalDate::toString)
                .map(day -> new Warning(Code.HOLIDAY, day));
    }
}
