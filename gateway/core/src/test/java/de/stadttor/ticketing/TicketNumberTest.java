package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {

    @Test
    void readsWhatItWrites() {
        var random = new Random(4711);
        for (int i = 0; i < 10_000; i++) {
            var number = new TicketNumber(2020 + random.nextInt(500), 1 + random.nextInt(999_999_999));
            assertThat(TicketNumber.of(number.toString())).isEqualTo(number);
        }
    }

    @Test
    void findsEveryWrongDigitAndEverySwapOfNeighbours() {
        String written = new TicketNumber(2026, 123_456).toString();
        for (int i = 0; i < written.length() - 2; i++) {
            if (Character.isDigit(written.charAt(i))) {
                refusesEveryOtherDigitAt(written, i);
            }
            if (Character.isDigit(written.charAt(i)) && Character.isDigit(written.charAt(i + 1))) {
                refusesSwapAt(written, i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-123-4", "2026-000123", "26-000123-7", "2026-000123-77", "2026_000123_7", "x"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> TicketNumber.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refusesEveryOtherDigitAt(String written, int place) {
        for (char digit = '0'; digit <= '9'; digit++) {
            if (digit != written.charAt(place)) {
                refuses(written.substring(0, place) + digit + written.substring(place + 1));
            }
        }
    }

    private static void refusesSwapAt(String written, int place) {
        char first = written.charAt(place);
        char second = written.charAt(place + 1);
        if (first != second) {
            refuses(written.substring(0, place) + second + first + written.substring(place + 2));
        }
    }

    private static void refuses(String text) {
        assertThatThrownBy(() -> TicketNumber.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
