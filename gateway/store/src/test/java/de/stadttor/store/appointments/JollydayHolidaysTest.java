package de.stadttor.store.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.calendar.FederalState;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JollydayHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "BY, 2027-01-06, true",
        "BE, 2027-01-06, false",
        "BE, 2027-03-08, true",
        "BY, 2027-03-26, true",
        "BY, 2027-03-29, true",
        "BY, 2027-05-27, true",
        "HH, 2027-05-27, false",
        "BY, 2027-10-03, true",
        "BY, 2027-10-31, false",
        "SN, 2027-10-31, true",
        "BY, 2026-12-24, false",
        "BY, 2026-12-25, true"
    })
    void knowsWhatEachStateDecided(FederalState state, LocalDate day, boolean holiday) {
        assertThat(new JollydayHolidays().isHoliday(state, day)).isEqualTo(holiday);
    }
}
