package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketStateTest {

    @ParameterizedTest
    @CsvSource({
        "NEW,     true,  true,  true,  true",
        "OPEN,    false, true,  true,  true",
        "PENDING, false, true,  true,  true",
        "CLOSED,  false, true,  false, true"
    })
    void allowsTheseSteps(TicketState from, boolean toNew, boolean toOpen, boolean toPending, boolean toClosed) {
        assertThat(from.mayBecome(TicketState.NEW)).isEqualTo(toNew);
        assertThat(from.mayBecome(TicketState.OPEN)).isEqualTo(toOpen);
        assertThat(from.mayBecome(TicketState.PENDING)).isEqualTo(toPending);
        assertThat(from.mayBecome(TicketState.CLOSED)).isEqualTo(toClosed);
    }

    @Test
    void readsTheCodesItWrites() {
        for (TicketState state : TicketState.values()) {
            assertThat(TicketState.of(state.code())).isEqualTo(state);
        }
    }
}
