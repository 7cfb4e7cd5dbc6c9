package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    /** Mondays from 8 to 12, Tuesdays from 14 to midnight; but not on Monday, 30 November 2026. */
    private final OpeningHours hours = new OpeningHours(
            List.of(
                    new OpeningHours.Hours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.NOON),
                    new OpeningHours.Hours(DayOfWeek.TUESDAY, LocalTime.of(14, 0), null)),
            Set.of(LocalDate.of(2026, 11, 30)));

    @Test
    void areThoseOfTheClockInGermany() {
        assertThat(hours.isOpen(Instant.parse("2026-11-23T06:59:59Z"))).isFalse();
        assertThat(hours.isOpen(Instant.parse("2026-11-23T07:00:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-11-23T11:00:00Z"))).isFalse();
    }

    @Test
    void followSummerTime() {
        assertThat(hours.isOpen(Instant.parse("2026-07-06T06:00:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-07-06T10:00:00Z"))).isFalse();
    }

    @Test
    void mayLastUntilTheEndOfTheDay() {
        assertThat(hours.isOpen(Instant.parse("2026-11-24T22:59:59Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-11-24T23:00:00Z"))).isFalse();
    }

    @Test
    void sayWhenTheyBeginNext() {
        assertThat(hours.opensAt(Instant.parse("2026-11-23T12:00:00Z")))
                .contains(Instant.parse("2026-11-24T13:00:00Z"));
        assertThat(hours.opensAt(Instant.parse("2026-11-23T08:00:00Z"))).isEmpty();
    }

    @Test
    void leaveOutClosedDays() {
        assertThat(hours.isOpen(Instant.parse("2026-11-30T08:00:00Z"))).isFalse();
        assertThat(hours.opensAt(Instant.parse("2026-11-25T12:00:00Z")))
                .contains(Instant.parse("2026-12-01T13:00:00Z"));
    }

    @Test
    void neverBeginWhereNoneAreKnown() {
        assertThat(OpeningHours.NEVER.opensAt(Instant.parse("2026-11-23T08:00:00Z")))
                .isEmpty();
    }
}
