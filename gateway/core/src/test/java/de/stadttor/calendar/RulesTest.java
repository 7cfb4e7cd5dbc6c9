package de.stadttor.calendar;

import static de.stadttor.calendar.TestCalendars.at;
import static de.stadttor.calendar.TestCalendars.hours;
import static de.stadttor.calendar.TestCalendars.once;
import static de.stadttor.calendar.TestCalendars.rules;
import static de.stadttor.calendar.TestCalendars.scope;
import static de.stadttor.calendar.TestCalendars.starts;
import static de.stadttor.calendar.TestCalendars.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.stadttor.refusal.Refused;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final CalendarScope SCOPE = scope(1);

    @Test
    void case01SpringLeavesOutAnHourAndItsSlots() {
        var slots = rules(SCOPE, once(SCOPE, "2027-03-28", hours("01:00-04:00", 30, 1, 1)))
                .slots(at("2027-03-27T12:00"));
        assertThat(starts(slots))
                .containsExactly(
                        at("2027-03-28T01:00"), at("2027-03-28T01:30"), at("2027-03-28T03:00"), at("2027-03-28T03:30"));
        assertThat(new Slot.Key(at("2027-03-28T01:30"), 30).next().at()).isEqualTo(at("2027-03-28T03:00"));
    }

    @Test
    void case02AutumnHasAnHourTwiceAndItsSlotsAreTwoInstants() {
        var slots = rules(SCOPE, once(SCOPE, "2027-10-31", hours("01:00-04:00", 30, 1, 1)))
                .slots(at("2027-10-30T12:00"));
        assertThat(starts(slots))
                .containsExactlyElementsOf(
                        Stream.iterate(Instant.parse("2027-10-30T23:00:00Z"), at -> at.plusSeconds(1800))
                                .limit(8)
                                .toList());
        assertThat(slots.values()).extracting(Slot::total).containsOnly(1);
    }

    @Test
    void case03HoursStayWhatTheClockOnTheWallSaysWhenTimeChanges() {
        var slots = rules(SCOPE, weekly(SCOPE, "2027-03-23", 1, hours("08:00-09:00", 60, 1, 1), DayOfWeek.TUESDAY))
                .slots(at("2027-03-22T12:00"));
        assertThat(starts(slots)).startsWith(at("2027-03-23T08:00"), at("2027-03-30T08:00"));
        assertThat(Duration.between(at("2027-03-23T08:00"), at("2027-03-30T08:00")))
                .isEqualTo(Duration.ofHours(167));
    }

    @Test
    void case04EveryOtherMondaySkipsEasterAndKeepsItsParity() {
        var mondays = weekly(SCOPE, "2027-03-01", 2, hours("08:00-09:00", 60, 1, 1), DayOfWeek.MONDAY);
        assertThat(starts(rules(SCOPE, mondays).slots(at("2027-02-28T12:00"))))
                .startsWith(
                        at("2027-03-01T08:00"), at("2027-03-15T08:00"), at("2027-04-12T08:00"), at("2027-04-26T08:00"));
    }

    @Test
    void case08EveryThirdFridayOverNewYearSkipsChristmas() {
        var fridays = weekly(SCOPE, "2026-12-04", 3, hours("08:00-09:00", 60, 1, 1), DayOfWeek.FRIDAY);
        assertThat(starts(rules(SCOPE, fridays).slots(at("2026-12-01T12:00"))))
                .startsWith(at("2026-12-04T08:00"), at("2027-01-15T08:00"));
    }

    @Test
    void case09OnlyWhoOpensForADayOpensOnAHoliday() {
        var fridays = weekly(SCOPE, "2026-12-04", 1, hours("08:00-09:00", 60, 1, 1), DayOfWeek.FRIDAY);
        var christmas = once(SCOPE, "2026-12-25", hours("10:00-11:00", 60, 1, 1));
        assertThat(starts(rules(SCOPE, fridays).slots(at("2026-12-20T12:00")))).doesNotContain(at("2026-12-25T08:00"));
        assertThat(starts(rules(SCOPE, fridays, christmas).slots(at("2026-12-20T12:00"))))
                .contains(at("2026-12-25T10:00"))
                .doesNotContain(at("2026-12-25T08:00"));
        assertThat(Warning.of(rules(SCOPE, christmas), christmas, at("2026-12-20T12:00")))
                .containsExactly(new Warning(Warning.Code.HOLIDAY, "2026-12-25"));
    }

    @Test
    void case11NoticeAndFirstDayAreKeptToTheSecond() {
        var soon = new BookingWindow(0, 60, Duration.ofMinutes(5), false);
        assertThat(isOpen(soon, "2026-11-23T10:00", "2026-11-23T09:57:30")).isFalse();
        assertThat(isOpen(soon, "2026-11-23T10:05", "2026-11-23T09:57:30")).isTrue();
        var tomorrow = new BookingWindow(1, 60, Duration.ZERO, false);
        assertThat(isOpen(tomorrow, "2026-11-24T08:00", "2026-11-23T23:59:59")).isTrue();
        assertThat(isOpen(tomorrow, "2026-11-24T08:00", "2026-11-24T00:00:01")).isFalse();
    }

    @Test
    void case12TheLastDayComesWhenTheClockPassesItsOpening() {
        var daily = weekly(SCOPE, "2026-11-01", 1, hours("08:00-10:00", 60, 1, 1), DayOfWeek.values());
        var slots = rules(SCOPE, daily).slots(at("2026-11-23T07:00"));
        var last = slots.get(new Slot.Key(at("2027-01-22T09:00"), 60));
        assertThat(isOpen(SCOPE.window(), last, "2026-11-23T07:59:59")).isFalse();
        assertThat(isOpen(SCOPE.window(), last, "2026-11-23T08:00:00")).isTrue();
        var before = slots.get(new Slot.Key(at("2027-01-21T09:00"), 60));
        assertThat(isOpen(SCOPE.window(), before, "2026-11-23T07:59:59")).isTrue();
    }

    @Test
    void case17HoursThatOverlapAddUpAndWarn() {
        var morning = once(SCOPE, "2026-12-01", hours("08:00-12:00", 60, 2, 2));
        var noon = once(SCOPE, "2026-12-01", hours("10:00-14:00", 60, 1, 1));
        Map<Slot.Key, Slot> slots = rules(SCOPE, morning, noon).slots(at("2026-11-23T12:00"));
        assertThat(slots.values()).extracting(Slot::total).containsExactly(2, 2, 3, 3, 1, 1);
        assertThat(Warning.of(rules(SCOPE, morning, noon), noon, at("2026-11-23T12:00")))
                .containsExactly(new Warning(Warning.Code.OVERLAP, morning.id().toString()));
    }

    @Test
    void hoursThatTouchDoNotOverlap() {
        var morning = once(SCOPE, "2026-12-01", hours("09:00-10:00", 30, 1, 1));
        var next = once(SCOPE, "2026-12-01", hours("10:00-11:00", 30, 1, 1));
        assertThat(Warning.of(rules(SCOPE, morning, next), next, at("2026-11-23T12:00")))
                .isEmpty();
    }

    @Test
    void case18UnevenDivisionIsRefused() {
        assertThrows(Refused.class, () -> hours("08:00-10:00", 25, 1, 1));
        assertThrows(Refused.class, () -> hours("10:00-08:00", 30, 1, 1));
        assertThrows(Refused.class, () -> hours("08:00-10:00", 30, 1, 2));
    }

    @Test
    void aBreakTakesTheSlotsThatItTouches() {
        var open = once(SCOPE, "2026-12-01", hours("08:00-10:00", 30, 2, 1));
        var pause = once(
                SCOPE, "2026-12-01", Availability.Hours.closed(LocalTime.parse("08:45"), LocalTime.parse("09:00")));
        assertThat(starts(rules(SCOPE, open, pause).slots(at("2026-11-23T12:00"))))
                .containsExactly(at("2026-12-01T08:00"), at("2026-12-01T09:00"), at("2026-12-01T09:30"));
    }

    @Test
    void aClosedDayHasNothingUntilItIsReopened() {
        var rules = rules(SCOPE, once(SCOPE, "2026-12-01", hours("08:00-10:00", 30, 2, 1)));
        var day = LocalDate.parse("2026-12-01");
        Instant now = at("2026-11-23T12:00");
        assertThat(rules.closed(day).slots(now)).isEmpty();
        assertThat(rules.closed(day).reopened(day).slots(now)).isEqualTo(rules.slots(now));
    }

    @Test
    void whatIsWrittenDownIsReadTheSame() {
        var written =
                weekly(SCOPE, "2026-12-04", 3, hours("08:00-09:00", 20, 4, 3), DayOfWeek.FRIDAY, DayOfWeek.MONDAY);
        assertThat(Written.read(written.id(), SCOPE.id(), Written.of(written), 1))
                .isEqualTo(written);
        var special = once(SCOPE, "2026-12-25", hours("10:00-11:00", 60, 1, 0));
        assertThat(Written.read(special.id(), SCOPE.id(), Written.of(special), 1))
                .isEqualTo(special);
        assertThat(List.of(written, special)).doesNotHaveDuplicates();
    }

    private static boolean isOpen(BookingWindow window, String slot, String now) {
        return window.isOpen(at(slot), Instant.MIN, at(now), TestCalendars.BERLIN);
    }

    private static boolean isOpen(BookingWindow window, Slot slot, String now) {
        return window.isOpen(slot.key().at(), slot.releasedAt(), at(now), TestCalendars.BERLIN);
    }
}
