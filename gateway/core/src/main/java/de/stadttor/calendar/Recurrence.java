package de.stadttor.calendar;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * On which days something is. The only place that knows; databases keep results, never the rule.
 *
 * @param from first day of the range
 * @param until last day of the range, included; with {@link Rhythm.Once} the first
 * @param days on which it can fall; empty with {@link Rhythm.Once}
 */
public record Recurrence(LocalDate from, LocalDate until, Set<DayOfWeek> days, Rhythm rhythm) {

    /** An opening of so few days is meant for them, holiday or not. */
    private static final int SPECIAL_DAYS = 2;

    public Recurrence {
        days = Set.copyOf(days);
        boolean once = rhythm instanceof Rhythm.Once;
        if (until.isBefore(from)) {
            throw new Refused(Refusal.Invalid.at("/until", "before-start"));
        }
        if (once && !until.equals(from)) {
            throw new Refused(Refusal.Invalid.at("/until", "once-is-one-day"));
        }
        if (once != days.isEmpty()) {
            throw new Refused(Refusal.Invalid.at("/days", once ? "once-has-no-days" : "required"));
        }
    }

    /** On one day only. */
    public static Recurrence once(LocalDate day) {
        return new Recurrence(day, day, Set.of(), new Rhythm.Once());
    }

    public boolean fallsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until) && fits(day);
    }

    /** Whether it was made for certain days, so that it counts on holidays, too. */
    public boolean isSpecial() {
        return ChronoUnit.DAYS.between(from, until) < SPECIAL_DAYS;
    }

    private boolean fits(LocalDate day) {
        return switch (rhythm) {
            case Rhythm.Once _ -> true;
            case Rhythm.Weekly(int weeks) -> isOneOfTheDays(day) && weeksSinceStart(day) % weeks == 0;
            case Rhythm.NthOfMonth(int nth) -> isOneOfTheDays(day) && (day.getDayOfMonth() + 6) / 7 == nth;
            case Rhythm.LastOfMonth _ -> isOneOfTheDays(day) && day.getDayOfMonth() + 7 > day.lengthOfMonth();
        };
    }

    private boolean isOneOfTheDays(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    /** Counted between Mondays, so that the weekday on which the range begins does not matter. */
    private long weeksSinceStart(LocalDate day) {
        return ChronoUnit.WEEKS.between(monday(from), monday(day));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
