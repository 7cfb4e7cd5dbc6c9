package de.stadttor.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.stadttor.refusal.Refused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule, case by case and against an oracle that walks day by day and knows no arithmetic. */
class RecurrenceTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2029-12-31");

    @Test
    void case05BiweeklyStartingMidWeekCountsFromTheMondayBefore() {
        var mondays = series("2026-01-07", "2026-02-28", new Rhythm.Weekly(2), DayOfWeek.MONDAY);
        assertThat(days(mondays)).containsExactly(day("2026-01-19"), day("2026-02-02"), day("2026-02-16"));
    }

    @Test
    void case06LastWeekdayOfMonthIsTheFourthOrTheFifth() {
        var wednesdays = series("2027-04-01", "2027-04-30", new Rhythm.LastOfMonth(), DayOfWeek.WEDNESDAY);
        var mondays = series("2027-02-01", "2027-02-28", new Rhythm.LastOfMonth(), DayOfWeek.MONDAY);
        var fifth = series("2027-02-01", "2027-04-30", new Rhythm.NthOfMonth(5), DayOfWeek.MONDAY);
        assertThat(days(wednesdays)).containsExactly(day("2027-04-28"));
        assertThat(days(mondays)).containsExactly(day("2027-02-22"));
        assertThat(days(fifth)).containsExactly(day("2027-03-29"));
    }

    @Test
    void case07SecondTuesdayIsTheOneFromTheEighthToTheFourteenth() {
        var tuesdays = series("2026-12-01", "2027-01-31", new Rhythm.NthOfMonth(2), DayOfWeek.TUESDAY);
        assertThat(days(tuesdays)).containsExactly(day("2026-12-08"), day("2027-01-12"));
    }

    @Test
    void case10TheLeapDayIsADay() {
        var last = series("2028-02-01", "2028-02-29", new Rhythm.LastOfMonth(), DayOfWeek.TUESDAY);
        var range = series("2028-02-28", "2028-02-29", new Rhythm.Weekly(1), DayOfWeek.values());
        assertThat(days(last)).containsExactly(day("2028-02-29"));
        assertThat(days(range)).containsExactly(day("2028-02-28"), day("2028-02-29"));
        assertThat(days(Recurrence.once(day("2028-02-29")))).containsExactly(day("2028-02-29"));
    }

    @Test
    void case49NoDayIsLostOrDoubledWhereMonthsAndYearsMeet() {
        var daily = series("2026-12-01", "2027-01-31", new Rhythm.Weekly(1), DayOfWeek.values());
        var weekly = series("2026-12-28", "2027-01-31", new Rhythm.Weekly(1), DayOfWeek.FRIDAY);
        assertThat(days(daily)).hasSize(62).isSorted().doesNotHaveDuplicates();
        assertThat(days(weekly))
                .containsExactly(
                        day("2027-01-01"), day("2027-01-08"), day("2027-01-15"), day("2027-01-22"), day("2027-01-29"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026})
    void saysOfEachDayWhatAWalkDayByDaySays(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Recurrence recurrence = random(random);
            assertThat(days(recurrence)).as("%s", recurrence).isEqualTo(walked(recurrence));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"once", "weeks-1", "weeks-3", "nth-5", "last"})
    void rhythmsAreReadAsTheyAreWritten(String code) {
        assertThat(Rhythm.of(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "daily", "weeks-0", "weeks-53", "nth-6", "nth", "weeks--1"})
    void whatIsNoRhythmIsRefused(String code) {
        assertThrows(IllegalArgumentException.class, () -> Rhythm.of(code));
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        assertThrows(Refused.class, () -> series("2026-02-02", "2026-02-01", new Rhythm.Weekly(1), DayOfWeek.MONDAY));
        assertThrows(Refused.class, () -> series("2026-02-01", "2026-02-02", new Rhythm.Weekly(1)));
        assertThrows(Refused.class, () -> series("2026-02-01", "2026-02-02", new Rhythm.Once()));
    }

    private static Recurrence random(Random random) {
        LocalDate from = FIRST.plusDays(random.nextInt(900));
        var days = DayOfWeek.values();
        return switch (random.nextInt(4)) {
            case 0 -> Recurrence.once(from);
            case 1 ->
                new Recurrence(
                        from,
                        from.plusDays(random.nextInt(500)),
                        some(random, days),
                        new Rhythm.Weekly(1 + random.nextInt(6)));
            case 2 ->
                new Recurrence(
                        from,
                        from.plusDays(random.nextInt(500)),
                        some(random, days),
                        new Rhythm.NthOfMonth(1 + random.nextInt(5)));
            default ->
                new Recurrence(from, from.plusDays(random.nextInt(500)), some(random, days), new Rhythm.LastOfMonth());
        };
    }

    private static Set<DayOfWeek> some(Random random, DayOfWeek[] days) {
        return Set.copyOf(IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> days[random.nextInt(7)])
                .distinct()
                .toList());
    }

    /** Counts weeks, weekdays of the month and what is left of it while it walks. */
    private static List<LocalDate> walked(Recurrence recurrence) {
        var found = new ArrayList<LocalDate>();
        LocalDate monday = recurrence.from();
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        int week = 0;
        for (LocalDate day = monday; !day.isAfter(recurrence.until()); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY && day.isAfter(monday)) {
                week++;
            }
            if (!day.isBefore(recurrence.from()) && counts(recurrence, day, week)) {
                found.add(day);
            }
        }
        return found;
    }

    private static boolean counts(Recurrence recurrence, LocalDate day, int week) {
        if (recurrence.rhythm() instanceof Rhythm.Once) {
            return day.equals(recurrence.from());
        }
        if (!recurrence.days().contains(day.getDayOfWeek())) {
            return false;
        }
        return switch (recurrence.rhythm()) {
            case Rhythm.Once _ -> false;
            case Rhythm.Weekly(int weeks) -> week % weeks == 0;
            case Rhythm.NthOfMonth(int nth) -> suchDays(day, -1) == nth;
            case Rhythm.LastOfMonth _ -> suchDays(day, 1) == 1;
        };
    }

    /** How many days of this weekday there are from here to the month's beginning or end, this one included. */
    private static int suchDays(LocalDate day, int direction) {
        int count = 0;
        for (LocalDate other = day; other.getMonth() == day.getMonth(); other = other.plusDays(direction)) {
            if (other.getDayOfWeek() == day.getDayOfWeek()) {
                count++;
            }
        }
        return count;
    }

    private static Recurrence series(String from, String until, Rhythm rhythm, DayOfWeek... days) {
        return new Recurrence(day(from), day(until), Set.of(days), rhythm);
    }

    private static List<LocalDate> days(Recurrence recurrence) {
        return FIRST.datesUntil(LAST).filter(recurrence::fallsOn).toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
