package de.stadttor.channels.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    private final PhoneNumbers numbers = new PhoneNumbers("DE");

    @ParameterizedTest
    @CsvSource({
        "089 / 233-00, +498923300",
        "+49 (0)89 233 00, +498923300",
        "0049 89 23300, +498923300",
        "493055571600, +493055571600",
        "+1 650 253 0000, +16502530000",
        "0171-1234567, +491711234567"
    })
    void writesNumbersAsTheWholeWorldDoes(String written, String e164) {
        assertThat(numbers.e164(written)).isEqualTo(e164);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "anonymous", "unknown", "restricted", "30600", "49115", "115", "4711", "+", "++49", "0"
            })
    void knowsNoNumberWhereThereIsNone(String written) {
        assertThat(numbers.e164(written)).isNull();
    }
}
